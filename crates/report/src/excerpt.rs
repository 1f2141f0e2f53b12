//! A single finding, to be put into a letter or a chat: with what is needed to check it.

use crate::{
    Account, Choice,
    document::Document,
    pdf, plain,
    synopsis::{Filter, Finding, Quoted, Synopsis, moment, said},
};
use maud::{Markup, html};
use story::{DivergenceId, Reading};
pub use typeset::Picture;

/// A finding as text and as the same text with marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// Without styles of ours, so that it takes those of where it is put.
    pub html: String,
}

impl Excerpt {
    /// `None` where the comparison has no such finding.
    pub fn of(account: Account, finding: &DivergenceId) -> Option<Self> {
        let synopsis = Synopsis::of(account, &only(finding));
        let found = synopsis.rows.iter().flat_map(|row| &row.findings).next()?;
        let html = html(&synopsis, found).into_string();
        Some(Self { text: text(&synopsis, found), html })
    }
}

/// A finding as a picture, set as it is in a PDF; `None` where the comparison has no such finding.
///
/// # Errors
/// Where it cannot be set.
pub fn picture(account: Account, finding: &DivergenceId) -> Result<Option<Picture>, pdf::Error> {
    let choice = Choice::of(only(finding));
    let synopsis = Synopsis::of(account, &choice.filter);
    let mut document = Document::of(&synopsis, &choice);
    document.sections.retain(|section| section.id == "findings");
    match document.sections.is_empty() {
        true => Ok(None),
        false => pdf::card(&document, &made(&synopsis)).map(Some),
    }
}

fn only(finding: &DivergenceId) -> Filter {
    Filter { findings: vec![finding.clone()], ..Filter::all() }
}

fn text(synopsis: &Synopsis, found: &Finding) -> String {
    let mut lines = vec![title(synopsis), head(found), plain::line(&found.divergence.why)];
    lines.extend(found.decision.map(|decision| plain::line(&said(decision))));
    for reading in &found.divergence.readings {
        lines.push(format!("\n{}", named(reading)));
        for quoted in reading.evidence.iter().filter_map(|evidence| synopsis.quoted(evidence)) {
            let words = [quoted.before, quoted.words, quoted.after].concat();
            lines.push(format!("“{}”\n– {}", plain::line(&words), whence(&quoted)));
        }
    }
    lines.push(format!("\n{}", made(synopsis)));
    lines.join("\n") + "\n"
}

fn html(synopsis: &Synopsis, found: &Finding) -> Markup {
    html! {
        p { b { (title(synopsis)) } br; (head(found)) br; (plain::line(&found.divergence.why)) }
        @if let Some(decision) = found.decision { p { (plain::line(&said(decision))) } }
        @for reading in &found.divergence.readings {
            p { b { (named(reading)) } }
            @for quoted in reading.evidence.iter().filter_map(|evidence| synopsis.quoted(evidence)) {
                blockquote dir="auto" {
                    (plain::line(quoted.before))
                    @if !quoted.words.is_empty() { b { u { (plain::line(quoted.words)) } } }
                    (plain::line(quoted.after))
                    br; small { "– " (whence(&quoted)) }
                }
            }
        }
        p { small { (made(synopsis)) } }
    }
}

fn title(synopsis: &Synopsis) -> String {
    plain::line(&synopsis.account.story.title)
}

fn head(found: &Finding) -> String {
    let divergence = found.divergence;
    format!("{}, {}, probability {:.2}", divergence.kind, divergence.relation, divergence.score)
}

fn named(reading: &Reading) -> String {
    plain::line(&format!("{} ({})", reading.value, reading.outlets.join(", ")))
}

/// The article, and the place in it.
fn whence(quoted: &Quoted) -> String {
    let article = quoted.column.article;
    let published = article.published.as_ref().map(moment);
    let place = match quoted.words {
        "" => format!("paragraph {}, which has no such words", quoted.paragraph),
        _ => format!("paragraph {}, characters {}–{}", quoted.paragraph, quoted.chars.0, quoted.chars.1),
    };
    let title = Some(format!("“{}”", article.title)).filter(|_| !article.title.is_empty());
    let parts = [Some(quoted.column.label.clone()), title, published, article.url.clone(), Some(place)];
    plain::line(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn made(synopsis: &Synopsis) -> String {
    let engine = &synopsis.account.comparison.engine;
    let made = format!("Compared by Rashomon, engine {}, model {}.", engine.version, engine.model);
    plain::line(&format!("{made} It says where accounts diverge, never who is right."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invented::{Invented, hostile, reviewed};

    fn excerpt(invented: &Invented) -> Excerpt {
        let id = &invented.comparison.divergences[0].id;
        Excerpt::of(invented.account(), id).expect("it is there")
    }

    #[test]
    fn a_finding_stands_with_what_is_needed_to_check_it() {
        let text = excerpt(&reviewed()).text;
        assert!(text.starts_with("Ferry hits barge off Orrin\nfigure, conflict, probability 0.91\nHarbour Wire and"));
        assert!(text.contains("confirmed 2031-05-09 08:30 UTC: The coast guard confirms 11."), "{text}");
        let whence =
            "– The Lantern, “Eleven drown off Orrin”, 2031-05-03, https://news.example/2, paragraph 1, characters 0–6";
        assert!(text.contains("\n11 (The Lantern)\n“Eleven people drowned") && text.contains(whence), "{text}");
    }

    #[test]
    fn words_that_diverge_are_marked_in_html() {
        assert!(excerpt(&reviewed()).html.contains("<b><u>Eleven</u></b> people drowned"));
    }

    #[test]
    fn text_of_others_is_no_markup() {
        let Excerpt { text, html } = excerpt(&hostile());
        for evil in ["<script", "<img", "\u{202e}", "\u{1b}"] {
            assert!(!html.contains(evil), "{evil:?}");
        }
        assert!(!text.contains(['\u{202e}', '\u{1b}']));
    }

    #[test]
    fn what_is_not_found_has_no_excerpt() {
        let gone = DivergenceId("0".repeat(16));
        assert_eq!(Excerpt::of(reviewed().account(), &gone), None);
        assert_eq!(picture(reviewed().account(), &gone).expect("nothing is set"), None);
    }

    #[test]
    fn a_picture_is_as_high_as_its_finding() {
        let (short, long) = (reviewed(), hostile());
        let of = |invented: &Invented| picture(invented.account(), &invented.comparison.divergences[0].id);
        let (short, long) =
            (of(&short).expect("it is set").expect("it is there"), of(&long).expect("set").expect("there"));
        assert_eq!((short.size().0, long.size().0), (1344, 1344), "158 mm at 216 dots an inch");
        assert!((400..1_200).contains(&short.size().1) && short.size().1 != long.size().1, "{:?}", short.size());
    }
}
