//! TEI P5 with a critical apparatus: articles are witnesses, claim groups are divisions, a divergence is an `app` whose
//! readings carry the witnesses' words (TEI Guidelines, chapter 13, parallel segmentation).

use crate::{
    plain,
    synopsis::{Column, Finding, Row, Synopsis, place_name},
};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use story::{Evidence, Reading, Relation, Verdict};

const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

pub fn write(synopsis: &Synopsis) -> Vec<u8> {
    let mut tei = Tei { writer: Writer::new_with_indent(Vec::new(), b' ', 1) };
    tei.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    tei.element("TEI", &[("xmlns", NAMESPACE)], |tei| {
        tei.element("teiHeader", &[], |tei| header(tei, synopsis));
        tei.element("text", &[], |tei| {
            tei.element("body", &[], |tei| {
                tei.leaf("head", &[], &synopsis.account.story.title);
                match synopsis.rows.as_slice() {
                    [] => tei.leaf("p", &[], "No two articles report the same."),
                    rows => rows.iter().for_each(|row| division(tei, synopsis, row)),
                }
            });
        });
    });
    let mut document = tei.writer.into_inner();
    document.push(b'\n');
    document
}

fn header(tei: &mut Tei, synopsis: &Synopsis) {
    let engine = &synopsis.account.comparison.engine;
    tei.element("fileDesc", &[], |tei| {
        tei.element("titleStmt", &[], |tei| tei.leaf("title", &[], &synopsis.account.story.title));
        tei.element("publicationStmt", &[], |tei| {
            tei.leaf("p", &[], "A comparison made with Rashomon. The articles belong to their publishers.");
        });
        tei.element("sourceDesc", &[], |tei| {
            tei.element("listWit", &[], |tei| {
                synopsis.columns.iter().enumerate().for_each(|(place, column)| witness(tei, place, column));
            });
        });
    });
    tei.element("encodingDesc", &[], |tei| {
        tei.empty("variantEncoding", &[("method", "parallel-segmentation"), ("location", "internal")]);
        tei.element("classDecl", &[], relations);
        tei.element("appInfo", &[], |tei| {
            tei.element("application", &[("ident", "rashomon"), ("version", &version(&engine.version))], |tei| {
                tei.leaf("label", &[], &format!("Rashomon {}, model {}", engine.version, engine.model));
            });
        });
        tei.element("editorialDecl", &[], |tei| {
            tei.leaf("p", &[], METHOD);
            for (name, value) in &engine.settings {
                tei.leaf("p", &[], &format!("{name}: {value}"));
            }
        });
    });
}

/// How readings stand to each other: what `ana` points at.
fn relations(tei: &mut Tei) {
    tei.element("taxonomy", &[("xml:id", "relations")], |tei| {
        for (relation, about) in [
            (Relation::Conflict, "The readings cannot both be true as stated."),
            (Relation::Differs, "The readings are compatible, but a reader would learn something else."),
            (Relation::Update, "The later reading replaces the earlier, by its time or by publication."),
        ] {
            tei.element("category", &[("xml:id", relation.name())], |tei| tei.leaf("catDesc", &[], about));
        }
    });
}

const METHOD: &str = "Each division holds claims of several witnesses that report the same thing. An app element tells \
    that they diverge in one facet of it, of the kind in its type and the relation to which its ana points; cert is the estimated \
    probability that this is right. It does not tell who is right. Readings are verbatim; an empty one is an absence.";

fn witness(tei: &mut Tei, place: usize, column: &Column) {
    let article = column.article;
    tei.element("witness", &[("xml:id", &sigil(place))], |tei| {
        tei.element("bibl", &[], |tei| {
            tei.leaf("publisher", &[], &column.label);
            tei.leaf("title", &[("level", "a")], &article.title);
            if let Some(byline) = &article.byline {
                tei.leaf("author", &[], byline);
            }
            if let Some(published) = &article.published {
                tei.leaf("date", &[], published.as_str());
            }
            if let Some(url) = &article.url {
                tei.leaf("idno", &[("type", "URI")], url);
            }
            tei.leaf("idno", &[("type", "SHA-256")], &article.sha256.0);
        });
    });
}

fn division(tei: &mut Tei, synopsis: &Synopsis, row: &Row) {
    tei.element("div", &[("type", "claim-group"), ("n", &row.number.to_string())], |tei| {
        tei.element("p", &[], |tei| tei.element("app", &[("type", "claims")], |tei| claims(tei, row)));
        if !row.findings.is_empty() {
            tei.element("listApp", &[("type", "divergences")], |tei| {
                row.findings.iter().for_each(|finding| divergence(tei, synopsis, finding));
            });
        }
    });
}

/// What each witness has of the row, whole.
fn claims(tei: &mut Tei, row: &Row) {
    for (place, cell) in row.cells.iter().enumerate() {
        let wit = pointer(place);
        let told: Vec<&str> = cell.passages.iter().map(|passage| passage.claim.text.as_str()).collect();
        match told.as_slice() {
            [] => tei.element("rdg", &[("wit", &wit), ("type", "absent")], |_| {}),
            told => tei.leaf(
                "rdg",
                &[("wit", &wit), ("n", &cell.place.map(place_name).unwrap_or_default())],
                &told.join(" … "),
            ),
        }
    }
}

fn divergence(tei: &mut Tei, synopsis: &Synopsis, finding: &Finding) {
    let divergence = finding.divergence;
    let attributes = [
        ("type", divergence.kind.name()),
        ("ana", &format!("#{}", divergence.relation.name())),
        ("n", finding.sign.as_str()),
        ("cert", &format!("{:.2}", divergence.score)),
    ];
    tei.element("app", &attributes, |tei| {
        divergence.readings.iter().for_each(|reading| self::reading(tei, synopsis, reading));
        tei.leaf("note", &[("type", "why")], &divergence.why);
        if let Some(decision) = finding.decision {
            let verdict = decision.verdict.map_or("note", Verdict::name);
            tei.leaf("note", &[("type", "decision"), ("subtype", verdict)], &decision.note);
        }
    });
}

/// One group a reading: its value, and the words of each witness that bear it out.
fn reading(tei: &mut Tei, synopsis: &Synopsis, reading: &Reading) {
    let places = |evidence: &Evidence| synopsis.columns.iter().position(|column| column.article.id == evidence.article);
    tei.element("rdgGrp", &[("n", &plain::line(&reading.value))], |tei| {
        for evidence in &reading.evidence {
            let Some(place) = places(evidence) else { continue };
            let (start, end) = synopsis.columns[place].chars(evidence.span);
            let at = format!("{start}-{end}");
            match evidence.text.is_empty() {
                true => tei.element("rdg", &[("wit", &pointer(place)), ("type", "absent")], |_| {}),
                false => tei.leaf("rdg", &[("wit", &pointer(place)), ("n", &at)], &evidence.text),
            }
        }
    });
}

fn sigil(place: usize) -> String {
    format!("W{}", place + 1)
}

fn pointer(place: usize) -> String {
    format!("#{}", sigil(place))
}

/// A version number as the schema takes it: `1.2.3`, and nothing else.
fn version(version: &str) -> String {
    let number: String = version.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    if number.starts_with(|c: char| c.is_ascii_digit()) { number.trim_end_matches('.').to_owned() } else { "0".into() }
}

struct Tei {
    writer: Writer<Vec<u8>>,
}

impl Tei {
    fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        content(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element that holds text of others and nothing else.
    fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.event(Event::Start(start(name, attributes)));
        self.event(Event::Text(BytesText::new(&plain::line(text))));
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    fn event(&mut self, event: Event) {
        self.writer.write_event(event).expect("memory takes all");
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    attributes.iter().filter(|(_, value)| !value.is_empty()).for_each(|attribute| start.push_attribute(*attribute));
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{Invented, ferry, hostile, reviewed},
        synopsis::Filter,
    };
    use quick_xml::Reader;

    fn document(invented: &Invented) -> String {
        String::from_utf8(write(&Synopsis::of(invented.account(), &Filter::all()))).expect("UTF-8")
    }

    #[test]
    fn a_divergence_is_an_app_with_its_witnesses() {
        let document = document(&ferry());
        assert!(document.contains("<app type=\"figure\" ana=\"#conflict\" n=\"F\" cert=\"0.91\">"), "{document}");
        assert!(document.contains("<rdg wit=\"#W3\" n=\"0-6\">Eleven</rdg>"));
        assert!(document.contains("<witness xml:id=\"W3\">"));
    }

    #[test]
    fn every_pointer_leads_somewhere() {
        let document = document(&reviewed());
        let pointers = ["wit=\"#", "ana=\"#"].iter().flat_map(|pointer| document.split(pointer).skip(1));
        for to in pointers.filter_map(|rest| rest.split('"').next()) {
            assert!(document.contains(&format!("xml:id=\"{to}\"")), "{to}");
        }
    }

    #[test]
    fn text_of_others_is_no_markup() {
        let document = document(&hostile());
        assert!(!document.contains("<script") && !document.contains("<img") && !document.contains('\u{1b}'));
        let mut reader = Reader::from_str(&document);
        let mut depth = 0_i32;
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0);
    }

    #[test]
    fn a_version_is_a_number() {
        for (given, expected) in [("0.1.0", "0.1.0"), ("1.2-beta", "1.2"), ("x", "0"), ("2.", "2")] {
            assert_eq!(version(given), expected);
        }
    }
}
