//! Countries, first-level regions and larger cities, and what contains them.

use std::{collections::BTreeMap, sync::LazyLock};

/// Name → what contains the place, or `=` and its usual name.
static PLACES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    include_str!("../../../data/places.tsv").lines().filter_map(|line| line.split_once('\t')).collect()
});

/// Places nest no deeper than city, state, country, continent.
const DEEPEST: usize = 4;

pub(crate) fn is_known(name: &str) -> bool {
    PLACES.contains_key(name)
}

/// The usual name of a place.
pub(crate) fn usual(name: &str) -> &str {
    PLACES.get(name).and_then(|container| container.strip_prefix('=')).unwrap_or(name)
}

/// Whether `inner` lies in `outer`, both usual names.
pub(crate) fn lies_in(inner: &str, outer: &str) -> bool {
    let mut at = inner;
    (0..DEEPEST).any(|_| match PLACES.get(at) {
        Some(container) => {
            at = usual(container);
            at == outer
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn containers_are_found_at_any_depth() {
        assert!(lies_in("Detroit", "Michigan") && lies_in("Detroit", "United States"));
        assert!(lies_in("Munich", "Bavaria") && lies_in("Munich", "Germany"));
        assert!(!lies_in("Detroit", "Ohio") && !lies_in("Nowhere", "Ohio"));
    }

    #[test]
    fn another_name_leads_to_the_usual_one() {
        assert_eq!(usual("Britain"), "United Kingdom");
    }
}
