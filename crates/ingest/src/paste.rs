//! An article as people paste it: the title, sometimes twice, standfirst, read time, date, byline,
//! captions and buttons between the paragraphs.
//!
//! What is furniture goes; what the lines at the top say becomes title, byline, date, address and
//! outlet; everything else stays as it is, in its order.

use crate::{
    dates_in_text::dates_in,
    furniture::{DateLine, byline, date_line, heads_a_list, is_caption, is_furniture, is_teaser},
    plain::{ends_as_sentence, folded, words},
};
use regex::Regex;
use std::sync::LazyLock;
use story::Draft;

/// Lines that may stand above the first paragraph of the text proper.
const HEAD: usize = 14;

/// Makes an article of pasted paragraphs.
pub(crate) fn article(paragraphs: Vec<String>) -> Draft {
    let mut draft = Draft::default();
    let mut lines = paragraphs;
    take_signs(&mut lines, &mut draft);
    take_title(&mut lines, &mut draft);
    take_dates(&mut lines, &mut draft);
    take_byline(&mut lines, &mut draft);
    let (mut in_list, mut labelled) = (false, false);
    lines.retain(|line| {
        let is_labelled = std::mem::replace(&mut labelled, is_label(line));
        in_list = heads_a_list(line) || (in_list && !(ends_as_sentence(line) && words(line) >= 8));
        !in_list && !is_labelled && !is_furniture(line)
    });
    draft.published = draft.published.or_else(|| lines.first().and_then(|line| in_dateline(line)));
    draft.paragraphs =
        lines.iter().map(|line| line.trim_start_matches(['•', '‣', '▪', '●']).trim_start().to_owned()).collect();
    draft
}

/// Whether the line announces that the next is a caption.
fn is_label(line: &str) -> bool {
    static LABEL: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:image|photo|picture|media|video) (?:caption|source|credit)\s*[,:]$"));
    LABEL.is_match(line)
}

/// Takes the address of the page and the outlet that signs the text: `Source: …`, `© 2022 …`.
fn take_signs(lines: &mut Vec<String>, draft: &mut Draft) {
    static ADDRESS: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:(?:url|link|source|from)\s*:\s*)?(https?://\S+)$"));
    static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:source|published by|publisher|outlet|publication|newspaper)\s*:\s*|(?:(?:©|\(c\)|copyright\s*(?:©|\(c\)))\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s+)?|copyright\s+(?:19|20)\d\d,?\s+)(?:by\s+)?)(?P<who>\p{Lu}.{1,60})$",
        )
    });
    let (count, mut at) = (lines.len(), 0);
    lines.retain(|line| {
        at += 1;
        if let Some(address) = ADDRESS.captures(line) {
            draft.url.get_or_insert_with(|| address[1].to_owned());
            return false;
        }
        // In the middle of a text, a source is that of a table or a picture.
        let is_at_an_end = at <= HEAD / 2 || at + 3 > count;
        let Some(signed) = SIGNED.captures(line).filter(|_| is_at_an_end) else { return true };
        let who = signed["who"].split(['.', '|', ',']).next().unwrap_or("").trim();
        let who = who.trim_end_matches(" All rights reserved").trim();
        if words(who) <= 6 && !who.is_empty() && dates_in(who).is_empty() {
            draft.outlet.get_or_insert_with(|| who.to_owned());
        }
        false
    });
}

/// Takes the headline: the first line that is no furniture and reads as one. A line that says it
/// again goes; if one of the two goes on with `| The Outlet`, that names the outlet.
fn take_title(lines: &mut Vec<String>, draft: &mut Draft) {
    // A headline may begin as a teaser does: "Watch: …".
    let is_other =
        |line: &String| (is_furniture(line) && !is_teaser(line)) || date_line(line).is_some() || byline(line).is_some();
    let Some(first) = lines.iter().take(HEAD).position(|line| !is_other(line)) else { return };
    let kicker = lines.get(first + 1).filter(|next| is_kicker(&lines[first]) && !is_other(next) && is_headline(next));
    let at = if kicker.is_some() { first + 1 } else { first };
    let (title, outlet) = parted(lines, at);
    let again = lines.iter().skip(at + 1).take(HEAD).filter(|line| is_same(&parted_line(line).0, &title)).count();
    if again == 0 && (lines.len() == 1 || !is_headline(&lines[at])) {
        return;
    }
    draft.outlet = draft.outlet.take().or(outlet);
    let mut seen = 0;
    lines.retain(|line| {
        seen += 1;
        let is_above = seen <= at;
        let is_title = seen <= at + 1 + HEAD && (is_same(line, &title) || is_same(&parted_line(line).0, &title));
        !is_above && !is_title
    });
    draft.title = title;
}

/// The title at `at` without an outlet behind it, if another line shows where the title ends.
fn parted(lines: &[String], at: usize) -> (String, Option<String>) {
    let (short, outlet) = parted_line(&lines[at]);
    let others = lines.iter().enumerate().filter(|&(n, _)| n != at).take(HEAD);
    for (_, other) in others {
        let (other_short, other_outlet) = parted_line(other);
        if outlet.is_some() && is_same(other, &short) {
            return (short, outlet);
        }
        if other_outlet.is_some() && is_same(&other_short, &lines[at]) {
            return (lines[at].clone(), other_outlet);
        }
    }
    (lines[at].clone(), None)
}

/// `Ferry sinks | The Alder Post` in two.
fn parted_line(line: &str) -> (String, Option<String>) {
    static PARTED: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?P<title>.{8,}?)\s+(?:[|·•»]|-|–|—)\s+(?P<outlet>\S[^|]{1,40})$"));
    match PARTED.captures(line) {
        Some(captures) => (captures["title"].to_owned(), Some(captures["outlet"].trim().to_owned())),
        None => (line.to_owned(), None),
    }
}

fn is_same(one: &str, other: &str) -> bool {
    let one = folded(one);
    !one.is_empty() && one == folded(other)
}

/// A headline: a line, not a paragraph, that does not end as a statement does.
fn is_headline(line: &str) -> bool {
    (2..=30).contains(&words(line))
        && !(ends_as_sentence(line) && line.trim_end_matches(['"', '”', '’', '\'']).ends_with('.'))
}

/// A rubric above a headline: `Ukraine war`.
fn is_kicker(line: &str) -> bool {
    words(line) <= 3 && line.chars().count() <= 30 && !line.contains([':', '?', '!', ',', '"'])
}

/// Takes lines that only say when; those in the head, or the last ones, date the article.
fn take_dates(lines: &mut Vec<String>, draft: &mut Draft) {
    let count = lines.len();
    let mut at = 0;
    let mut dates = Vec::new();
    take_name_beside_date(lines, draft);
    lines.retain(|line| {
        at += 1;
        let found = date_line(line);
        if let Some(found) = &found {
            dates.push((at <= HEAD || at + 2 > count, found.clone()));
        }
        found.is_none()
    });
    for DateLine { published, modified } in dates.into_iter().filter(|(dates_it, _)| *dates_it).map(|(_, found)| found)
    {
        draft.published = draft.published.take().or(published);
        draft.modified = draft.modified.take().or(modified);
    }
}

/// Takes a line that is a name, or `Jane Doe in London`, where it stands right beside the date.
fn take_name_beside_date(lines: &mut Vec<String>, draft: &mut Draft) {
    let Some(date) = lines.iter().take(HEAD).position(|line| date_line(line).is_some()) else { return };
    let mut beside = [date.checked_sub(1), Some(date + 1)].into_iter().flatten();
    let name = beside
        .find(|&at| lines.get(at).is_some_and(|line| is_name(line) && byline(line).is_none() && !is_furniture(line)));
    if let Some(at) = name {
        draft.byline = Some(lines.remove(at));
    }
}

/// Whether a line is a person's name, or two; scripts without capitals have no more than their letters.
pub(crate) fn is_name(line: &str) -> bool {
    static CASELESS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^(?:\p{Han}{2,4}|[\p{Hebrew}\p{Arabic}'’-]{2,}(?: [\p{Hebrew}\p{Arabic}'’-]{2,}){1,3})$")
    });
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\p{Lu}[\p{L}.'’-]*(?: (?:(?:and|&|de|del|da|van|von|der|den|bin|al|el|la|le) )*\p{Lu}[\p{L}.'’-]*,?){1,6}(?: in (?:\p{Lu}[\p{L}.'’-]*[ ,]*){1,3})?$")
            .expect("a pattern of ours compiles")
    });
    ((2..=9).contains(&words(line)) && NAME.is_match(line)) || CASELESS.is_match(line)
}

/// Takes the first line of the head that says only who wrote it, with the date it may carry.
fn take_byline(lines: &mut Vec<String>, draft: &mut Draft) {
    if draft.byline.is_some() {
        return;
    }
    let Some(at) = lines.iter().take(HEAD).position(|line| byline(line).is_some() && !is_caption(line)) else { return };
    let line = lines.remove(at);
    draft.byline = byline(&line);
    draft.published =
        draft.published.take().or_else(|| dates_in(&line).into_iter().next().map(|written| written.moment));
}

/// The day in `PORT ALDER, April 12, 2022 (Agency) - The ferry …`.
fn in_dateline(paragraph: &str) -> Option<story::Timestamp> {
    static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\p{Lu}[\p{L} .'’/,-]{1,60}[,(]\s*(?P<date>[^()–—]{6,40}?)\)?\s*(?:\([^)]{2,30}\)|/[^/]{2,30}/)?\s*[-–—:]").expect("a pattern of ours compiles")
    });
    let date = DATELINE.captures(paragraph)?.name("date")?.range();
    dates_in(paragraph).into_iter().find(|written| written.range.start < date.end).map(|written| written.moment)
}

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("a pattern of ours compiles")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines;

    /// Title, outlet, byline, published, paragraphs.
    type Expected<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Option<&'a str>, &'a [&'a str]);

    fn check(text: &str, (title, outlet, byline, published, paragraphs): Expected) {
        let draft = article(lines::paragraphs(text));
        assert_eq!(draft.title, title, "{text}");
        assert_eq!(draft.outlet.as_deref(), outlet, "{text}");
        assert_eq!(draft.byline.as_deref(), byline, "{text}");
        assert_eq!(draft.published.as_ref().map(story::Timestamp::as_str), published, "{text}");
        assert_eq!(draft.paragraphs, paragraphs, "{text}");
    }

    const LEAD: &str = "The harbour authority said the ferry had sunk within minutes of leaving the pier.";
    const NEXT: &str = "\"We heard a bang and then the lights went out,\" said Ana Roe, a teacher who was on board.";

    #[test]
    fn a_page_pasted_whole_comes_out_clean() {
        check(
            &format!(
                "Ferry 'carried twice its load' as storm closed in: survivors\n\nFerry 'carried twice its load' as storm closed in: survivors\nSurvivors say that the ferry was reportedly overloaded when it left Port Alder in a storm.\n4 min read\n3 May, 2021\nA ferry leaves Port Alder in calmer weather [Getty]\n\n{LEAD}\n\nLive Story\n\n{NEXT} \n\nIt sank on 2 May. "
            ),
            (
                "Ferry 'carried twice its load' as storm closed in: survivors",
                None,
                None,
                Some("2021-05-03"),
                &[
                    "Survivors say that the ferry was reportedly overloaded when it left Port Alder in a storm.",
                    LEAD,
                    NEXT,
                    "It sank on 2 May.",
                ],
            ),
        );
    }

    #[test]
    fn lines_of_the_head_become_metadata() {
        check(
            &format!(
                "Home > World\nFerry sinks off Port Alder\nBy Ana Roe and Bo Lee\nPublished 3 May 2021 14:05 BST\nShare\nTweet\n\n{LEAD}\n\nhttps://www.alderpost.example/ferry"
            ),
            ("Ferry sinks off Port Alder", None, Some("Ana Roe and Bo Lee"), Some("2021-05-03T14:05+01:00"), &[LEAD]),
        );
        check(
            &format!("Ferry sinks off Port Alder\nBy Ana Roe, Monday 3 May 2021\n{LEAD}"),
            ("Ferry sinks off Port Alder", None, Some("Ana Roe"), Some("2021-05-03"), &[LEAD]),
        );
    }

    #[test]
    fn a_name_beside_the_date_is_the_byline() {
        check(
            &format!(
                "Ferry sinks off Port Alder\nRescuers gave up at dawn\nAna Roe in Port Alder\nMon 3 May 2021 14.05 BST\nLast modified on Mon 3 May 2021 18.30 BST\nShare\n127\n{LEAD}"
            ),
            (
                "Ferry sinks off Port Alder",
                None,
                Some("Ana Roe in Port Alder"),
                Some("2021-05-03T14:05+01:00"),
                &["Rescuers gave up at dawn", LEAD],
            ),
        );
        check(
            &format!("Ferry sinks off Port Alder\nThe Alder Post Staff\n3 May, 2021\n{LEAD}"),
            ("Ferry sinks off Port Alder", None, Some("The Alder Post Staff"), Some("2021-05-03"), &[LEAD]),
        );
    }

    #[test]
    fn labels_and_captions_on_lines_of_their_own_go() {
        check(
            &format!(
                "Ferry sinks off Port Alder\nPublished\n3 May 2021\nShare\nRelated Topics\nFerries\nImage source, Coast Pictures\nImage caption,\nThe ferry at the pier in March\nBy Ana Roe\nAlder News, Port Alder\n\n{LEAD}"
            ),
            ("Ferry sinks off Port Alder", None, Some("Ana Roe"), Some("2021-05-03"), &[LEAD]),
        );
    }

    #[test]
    fn the_source_of_a_table_signs_nothing() {
        let body = [LEAD; 10].join("\n\n");
        let text = format!("Ferry sinks off Port Alder\n\n{body}\n\nSource: Harbour Statistics Office\n\n{body}");
        let draft = article(lines::paragraphs(&text));
        assert_eq!(draft.outlet, None);
        assert!(draft.paragraphs.contains(&"Source: Harbour Statistics Office".to_owned()));
    }

    #[test]
    fn a_repeated_title_shows_where_the_outlet_begins() {
        check(
            &format!("Ferry sinks off Port Alder - The Alder Post\nFerry sinks off Port Alder\n\n{LEAD}"),
            ("Ferry sinks off Port Alder", Some("The Alder Post"), None, None, &[LEAD]),
        );
        check(
            &format!("Ferry sinks - and nobody knows why\n\n{LEAD}"),
            ("Ferry sinks - and nobody knows why", None, None, None, &[LEAD]),
        );
    }

    #[test]
    fn a_signature_names_the_outlet() {
        check(
            &format!("Ferry sinks off Port Alder\n\n{LEAD}\n\n© 2021 The Alder Post. All rights reserved."),
            ("Ferry sinks off Port Alder", Some("The Alder Post"), None, None, &[LEAD]),
        );
        check(
            &format!("Ferry sinks off Port Alder\n\n{LEAD}\n\nSource: Alder Post"),
            ("Ferry sinks off Port Alder", Some("Alder Post"), None, None, &[LEAD]),
        );
    }

    #[test]
    fn an_outlet_that_is_merely_told_something_signs_nothing() {
        let told = "\"It was dark,\" Ana Roe told The Alder Post.";
        check(
            &format!("Ferry sinks off Port Alder\n\n{LEAD}\n\n{told}"),
            ("Ferry sinks off Port Alder", None, None, None, &[LEAD, told]),
        );
    }

    #[test]
    fn a_rubric_above_the_headline_goes() {
        check(
            &format!("Shipping\nFerry sinks off Port Alder in a storm\n\n{LEAD}"),
            ("Ferry sinks off Port Alder in a storm", None, None, None, &[LEAD]),
        );
    }

    #[test]
    fn lists_of_other_articles_go_until_prose_returns() {
        check(
            &format!(
                "Ferry sinks off Port Alder\n\n{LEAD}\n\nRelated stories\nHarbour closed again\nWho owns the ferries?\n\n{NEXT}\n\nMost read\nTen walks for May"
            ),
            ("Ferry sinks off Port Alder", None, None, None, &[LEAD, NEXT]),
        );
    }

    #[test]
    fn headings_within_the_text_stay() {
        check(
            &format!("Ferry sinks off Port Alder\n\n{LEAD}\n\nA night at sea\n\n{NEXT}"),
            ("Ferry sinks off Port Alder", None, None, None, &[LEAD, "A night at sea", NEXT]),
        );
    }

    #[test]
    fn a_dateline_dates_the_article_and_stays() {
        let lead = "PORT ALDER, May 3, 2021 (Coast Wire) - A ferry sank within minutes of leaving the pier.";
        check(
            &format!("Ferry sinks off Port Alder\n\n{lead}"),
            ("Ferry sinks off Port Alder", None, None, Some("2021-05-03"), &[lead]),
        );
    }

    #[test]
    fn text_without_a_headline_has_none() {
        check(LEAD, ("", None, None, None, &[LEAD]));
        check(&format!("{LEAD}\n\n{NEXT}"), ("", None, None, None, &[LEAD, NEXT]));
    }
}
