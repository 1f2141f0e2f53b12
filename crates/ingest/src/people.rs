//! Names of people as catalogues write them: the family's first.

/// `Doe, Jane; Roe, John` as `Jane Doe, John Roe`; a name in another shape stays as it is.
pub(crate) fn in_order(names: &str) -> Option<String> {
    let names: Vec<String> = names.split(';').map(one_in_order).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn one_in_order(name: &str) -> String {
    let name = name.trim().trim_end_matches([',', ' ']);
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    let is_short = |part: &&str| (1..=3).contains(&part.split_whitespace().count());
    match parts[..] {
        [family, given] if [family, given].iter().all(is_short) => format!("{given} {family}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &str, expected: Option<&str>) {
        assert_eq!(in_order(names).as_deref(), expected, "{names}");
    }

    #[test]
    fn a_family_name_that_stands_first_goes_behind() {
        check("Doe, Jane", Some("Jane Doe"));
        check("Doe, Jane; van der Berg, Bo", Some("Jane Doe, Bo van der Berg"));
    }

    #[test]
    fn other_names_stay() {
        check("Jane Doe", Some("Jane Doe"));
        check("Jane Doe, John Roe, and Ana Lee", Some("Jane Doe, John Roe, and Ana Lee"));
        check(" ; ", None);
    }
}
