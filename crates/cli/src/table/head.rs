//! What stands above and below the table: the story, how it was told, and how much is shown.

use super::{BOLD, COLUMN, DIM, PLAIN, text::Text};
use anstyle::{AnsiColor, Style};
use report::synopsis::{Synopsis, Tally, letter, many};
use story::Kind;

/// The colour of a kind; its words are underlined and carry its letter too.
pub(super) fn kind_style(kind: Kind) -> Style {
    match kind {
        Kind::Figure => AnsiColor::Yellow,
        Kind::Time => AnsiColor::Cyan,
        Kind::Place => AnsiColor::Green,
        Kind::Actor => AnsiColor::Magenta,
        Kind::Source => AnsiColor::Blue,
        Kind::Certainty => AnsiColor::BrightCyan,
        Kind::Polarity => AnsiColor::Red,
        Kind::Quote => AnsiColor::BrightMagenta,
        Kind::Wording => AnsiColor::BrightYellow,
    }
    .on_default()
}

pub(super) fn lines(synopsis: &Synopsis, width: usize) -> Vec<String> {
    let mut texts = vec![Text::of(&synopsis.account.story.title, BOLD), Text::of(&synopsis.told_by(), PLAIN)];
    texts.extend(origins(synopsis));
    texts.push(Text::default());
    if synopsis.tally.total() > 0 {
        texts.extend(tally(&synopsis.tally));
        texts.push(Text::default());
    }
    wrapped(&texts, width)
}

pub(super) fn closing(synopsis: &Synopsis, width: usize) -> Vec<String> {
    let all = synopsis.account.comparison.groups.len();
    let narrowed = if synopsis.filter.shows_all_findings() { "" } else { " in the kinds and scores asked for" };
    let counted = format!("{} of {} diverge{narrowed}", synopsis.diverging, many(all, "claim group"));
    let mut text = Text::of(&counted, PLAIN);
    let hidden = all - synopsis.rows.len();
    if hidden > 0 {
        text.push(&format!("; --only all shows the other {hidden}"), DIM);
    }
    let legend = "«words»F diverge, the letter tells in what; «–» has no such words; · not found in this outlet";
    let legend = if synopsis.rows.is_empty() { Text::default() } else { Text::of(legend, DIM) };
    let texts: Vec<Text> = [text, legend].into_iter().filter(|text| !text.is_empty()).collect();
    wrapped(&texts, width)
}

fn origins(synopsis: &Synopsis) -> impl Iterator<Item = Text> {
    synopsis.account.comparison.origins.iter().map(|origin| {
        let labels: Vec<&str> = synopsis.sharing(origin).iter().map(|column| column.label.as_str()).collect();
        let share = format!(" ({:.0} % of the text in common)", origin.overlap * 100.0);
        Text::of("one origin: ", DIM).with(&labels.join(" = "), PLAIN).with(&share, DIM)
    })
}

/// Findings by kind and relation.
fn tally(tally: &Tally) -> Vec<Text> {
    let mut head = Text::of(&" ".repeat(12), PLAIN);
    Tally::RELATIONS.iter().for_each(|relation| head.push(&format!("{:>10}", relation.name()), DIM));
    let kinds = Kind::ALL.into_iter().filter(|&kind| tally.of_kind(kind) > 0);
    let rows = kinds.map(|kind| {
        let mut row = Text::of(&format!("{} {:<10}", letter(kind), kind.name()), kind_style(kind));
        for relation in Tally::RELATIONS {
            let count = tally.of(kind, relation);
            row.push(&if count > 0 { format!("{count:>10}") } else { format!("{:>10}", "·") }, PLAIN);
        }
        row
    });
    std::iter::once(head).chain(rows).collect()
}

fn wrapped(texts: &[Text], width: usize) -> Vec<String> {
    texts.iter().flat_map(|text| text.lines(width.max(COLUMN))).map(|line| line.padded(0)).collect()
}
