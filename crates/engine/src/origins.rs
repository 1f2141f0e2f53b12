//! Finds articles that share a text ancestor.

use crate::{align::Group, text::StoryText};
use std::collections::BTreeSet;
use story::Origin;

pub(crate) fn find(_story: &StoryText) -> Vec<Origin> {
    Vec::new()
}

/// How many independent text ancestors the claims of `group` have.
pub(crate) fn count(story: &StoryText, origins: &[Origin], group: &Group) -> usize {
    let ancestors: BTreeSet<Result<usize, &str>> = group
        .claims
        .iter()
        .map(|&claim| {
            let id = &story.article_of(claim).id;
            origins.iter().position(|origin| origin.articles.contains(id)).ok_or(id.0.as_str())
        })
        .collect();
    ancestors.len()
}
