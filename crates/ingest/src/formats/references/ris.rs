//! RIS: `TY  - NEWS`, one field a line, `ER  - ` at the end of each reference.

use super::{File, Listed, Reference, date, full_text};
use crate::{encoding, people, plain::one_line};
use story::{Oddity, Remedy};

pub(crate) fn is_ris(file: &File) -> bool {
    const START: usize = 4_096;
    let start = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(START)]);
    let mut lines = start.lines().map(|line| line.trim_start_matches('\u{feff}'));
    lines.by_ref().take(12).any(|line| matches!(field(line), Some(("TY", _))))
        && lines.any(|line| field(line).is_some())
}

pub(super) fn listed(file: &File) -> Listed {
    let decoded = encoding::decode(file.bytes, None).ok_or_else(|| {
        let what = "The file is called a list of references but holds no text.";
        Oddity::about(file.name, Remedy::FetchAgain, what, "Export it again.")
    })?;
    Ok((references(&decoded.text), Vec::new()))
}

fn references(text: &str) -> Vec<Reference> {
    let (mut references, mut fields): (Vec<Reference>, Vec<(&str, String)>) = Default::default();
    for line in text.lines().map(|line| line.trim_start_matches('\u{feff}')) {
        match field(line) {
            Some(("TY", kind)) => {
                references.extend(reference(&fields));
                fields = vec![("TY", kind.to_owned())];
            }
            Some(("ER", _)) => references.extend(reference(&std::mem::take(&mut fields))),
            Some((name, value)) => fields.push((name, value.to_owned())),
            None => {
                if let Some((_, value)) = fields.last_mut() {
                    value.push('\n');
                    value.push_str(line);
                }
            }
        }
    }
    references.extend(reference(&fields));
    references
}

/// `TI  - Ferry sinks`.
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_at_checked(2)?;
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let value = rest.strip_prefix("  -").or_else(|| rest.strip_prefix(" -"))?;
    (is_name && (value.is_empty() || value.starts_with(' '))).then(|| (name, value.trim()))
}

fn reference(fields: &[(&str, String)]) -> Option<Reference> {
    fields.first().filter(|(name, _)| *name == "TY")?;
    let all = |names: &'static [&str]| {
        let of = |name: &'static str| fields.iter().filter(move |(known, value)| *known == name && !value.is_empty());
        names.iter().flat_map(move |&name| of(name)).map(|(_, value)| value.as_str())
    };
    let first = |names: &'static [&str]| all(names).next().map(one_line);
    let mut reference = Reference::default();
    let draft = &mut reference.draft;
    draft.title = first(&["TI", "T1", "CT"]).unwrap_or_default();
    draft.outlet = first(&["T2", "JF", "JO", "JA", "J2", "BT", "PB"]);
    draft.section = first(&["SE"]);
    draft.byline = people::in_order(&all(&["AU", "A1"]).collect::<Vec<_>>().join(";"));
    draft.published = all(&["DA", "Y1", "PY"]).filter_map(date).max_by_key(|date| date.as_str().len());
    draft.url = all(&["UR", "L2", "LK"]).find(|url| url.starts_with("http")).map(str::to_owned);
    draft.language = first(&["LA"]);
    draft.paragraphs = all(&["N1", "N2", "AB", "RN"]).find_map(full_text).unwrap_or_default();
    reference.files = all(&["L1", "L4"]).filter(|name| !name.starts_with("http")).map(str::to_owned).collect();
    Some(reference)
}
