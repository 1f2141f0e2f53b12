//! The labels that databases put before a field, in the languages of their surfaces.

/// What a labelled line says about an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Title,
    Outlet,
    Byline,
    Section,
    Published,
    Language,
    Url,
    /// Where the text begins.
    Text,
    /// Above the text, and not kept.
    Above,
    /// Below the text, and not kept.
    Below,
}

/// Labels of one database, in lower case.
pub(super) type Labels = &'static [(Label, &'static [&'static str])];

/// The label and the value of a line such as `Length: 512 words`, if the database has that label.
pub(super) fn labelled(line: &str, labels: Labels) -> Option<(Label, &str)> {
    const LONGEST: usize = 60;
    let colon = line.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let name = line.get(..colon)?.trim().to_lowercase();
    let (label, _) = labels.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    Some((*label, line[colon + 1..].trim()))
}
