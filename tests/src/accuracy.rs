//! What reports tell of accuracy is what docs/accuracy.md publishes.

use report::document::ACCURACY;

/// The line of the published tables that begins so; empty where none does.
fn published(line: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/accuracy.md");
    let text = std::fs::read_to_string(path).expect("it is part of the repository");
    text.lines().find(|told| told.starts_with(line)).unwrap_or_default().to_owned()
}

#[test]
fn reports_tell_the_published_accuracy() {
    assert!(published("| alignment F1, unseen stories").contains(&format!("**{}**", ACCURACY.alignment)));
    assert!(published("How good alignment is").contains(&format!("agree at F1 {}.", ACCURACY.readers)));
    let facts = format!("| {}, {}, **", ACCURACY.precision, ACCURACY.recall);
    assert!(published("| facts together").contains(&facts));
    assert!(published("| calibration error of findings").contains(&format!("| {} |", ACCURACY.calibration)));
}
