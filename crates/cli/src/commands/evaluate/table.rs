//! The figures of an evaluation as people read them.

use super::misses;
use anstyle::Style;
use app::evaluate::{
    Evaluation, Judged, Stories,
    alignment::CERTAIN,
    calibration::{Bin, Calibration},
    clusters::BCubed,
    figures::{Figures, Score, Share, Tally},
};
use report::{plain, synopsis::many};
use story::Kind;
use unicode_width::UnicodeWidthStr;

pub(super) const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// What there is no figure for.
const NONE: &str = "·";

pub(super) fn write(evaluation: &Evaluation, per_story: bool, asked: Option<&Judged>) -> String {
    match evaluation {
        Evaluation::Stories(stories) => {
            let parts = [Some(pooled(stories)), per_story.then(|| each(stories)), asked.map(misses::write)];
            parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
        }
        Evaluation::Clusters { articles, sought, found, quality, .. } => clusters(*articles, *sought, *found, quality),
    }
}

fn pooled(stories: &Stories) -> String {
    let figures = stories.pooled();
    let (count, engine) = (stories.stories.len(), &stories.engine);
    let counted = if count == 1 { "1 annotated story".to_owned() } else { format!("{count} annotated stories") };
    let head = format!("{BOLD}{counted}{BOLD:#} {DIM}engine {}, model {}{DIM:#}\n\n", engine.version, engine.model);
    head + &quality(&figures) + "\n" + &certain(&figures.certain) + "\n" + &calibration(&figures.calibration)
}

fn quality(figures: &Figures) -> String {
    let head = ["", "precision", "recall", "F1", "sought", "found", "major recall", "relation right"];
    let mut rows = vec![head.map(str::to_owned).to_vec(), row("pairs of sentences", &figures.alignment, None)];
    rows.push(divergence("facts", &figures.facts()));
    rows.extend(Kind::ALL.into_iter().map(|kind| divergence(&format!("  {kind}"), figures.kind(kind))));
    aligned(&rows) + &format!("{DIM}facts are all kinds of divergence but wording{DIM:#}\n")
}

fn divergence(name: &str, tally: &Tally) -> Vec<String> {
    row(name, &tally.score, Some((&tally.major, &tally.relation)))
}

fn row(name: &str, score: &Score, shares: Option<(&Share, &Share)>) -> Vec<String> {
    let mut row = vec![name.to_owned()];
    let (is_found, is_sought) = (score.found > 0, score.sought > 0);
    row.push(if is_found { decimal(score.precision()) } else { NONE.to_owned() });
    row.push(if is_sought { decimal(score.recall()) } else { NONE.to_owned() });
    row.push(if is_found || is_sought { decimal(score.f1()) } else { NONE.to_owned() });
    row.extend([score.sought, score.found].map(|count| count.to_string()));
    let (major, relation) = shares.map_or((None, None), |(major, relation)| (major.ratio(), relation.ratio()));
    row.extend([major, relation].map(|ratio| ratio.map_or_else(|| NONE.to_owned(), decimal)));
    row
}

fn certain(links: &Share) -> String {
    let right = links.ratio().map_or_else(String::new, |ratio| format!(", {} of them right: {ratio:.3}", links.part));
    format!("{} shown as certain ({CERTAIN} and more){right}\n", many(links.of, "link"))
}

fn calibration(calibration: &Calibration) -> String {
    let pairs: usize = calibration.bins.iter().map(|bin| bin.count).sum();
    let row = |(at, bin): (usize, &Bin)| {
        let from = at as f64 / 10.0;
        vec![
            format!("{from:.1} to {:.1}", from + 0.1),
            decimal(bin.mean()),
            decimal(bin.share()),
            bin.count.to_string(),
        ]
    };
    let held = calibration.bins.iter().enumerate().filter(|(_, bin)| bin.count > 0);
    let head = ["probability", "told", "true", "pairs"].map(str::to_owned).to_vec();
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(held.map(row)).collect();
    let error = format!("calibration error {:.3} over {} of claims\n", calibration.error(), many(pairs, "pair"));
    error + &aligned(&rows)
}

/// A line for each story; divergences are those of all kinds.
fn each(stories: &Stories) -> String {
    let head = ["", "pairs: precision", "recall", "F1", "divergences: precision", "recall", "F1"];
    let row = |story: &Judged| {
        let (pairs, divergences) = (&story.figures.alignment, story.figures.divergences().score);
        let figures = [pairs.precision(), pairs.recall(), pairs.f1()].into_iter();
        let all = figures.chain([divergences.precision(), divergences.recall(), divergences.f1()]);
        std::iter::once(plain::line(&story.name)).chain(all.map(decimal)).collect()
    };
    let rows: Vec<Vec<String>> =
        std::iter::once(head.map(str::to_owned).to_vec()).chain(stories.stories.iter().map(row)).collect();
    format!("{BOLD}story by story{BOLD:#}\n") + &aligned(&rows)
}

fn clusters(articles: usize, sought: usize, found: usize, quality: &BCubed) -> String {
    let told = format!("{} of {sought} stories, found to be {found}", many(articles, "article"));
    let figures = [quality.precision, quality.recall, quality.f1()].map(decimal);
    let rows = [
        ["", "precision", "recall", "F1"].map(str::to_owned).to_vec(),
        std::iter::once("B-cubed".to_owned()).chain(figures).collect(),
    ];
    format!("{BOLD}{told}{BOLD:#}\n\n{}", aligned(&rows))
}

fn decimal(figure: f64) -> String {
    format!("{figure:.3}")
}

/// Rows whose first column stands to the left, the others to the right.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column| rows.iter().filter_map(|row| row.get(column)).map(|cell: &String| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cell = |(column, cell): (usize, &String)| {
            let blanks = " ".repeat(widths[column] - cell.width());
            if column == 0 { format!("{cell}{blanks}") } else { format!("  {blanks}{cell}") }
        };
        row.iter().enumerate().map(cell).collect::<String>().trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_below_each_other() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = aligned(&[row(["", "recall", "F1"]), row(["渡轮", "0.5", "0.25"]), row(["facts", "0.125", "·"])]);
        assert_eq!(table, "       recall    F1\n渡轮      0.5  0.25\nfacts   0.125     ·\n");
    }
}
