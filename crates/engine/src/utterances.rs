//! Finds the utterances that several outlets carry, quoted or reported.
//!
//! What stands in quotation marks is recognised by its words wherever it stands; what is only reported, by its
//! speaker and content beside a quotation in the same group.

use crate::{
    align::Group,
    facets::{
        attributions::{Attribution, Speaker},
        closed_class::{is_closed, is_open},
        hedges::Level,
        quotations::uttered,
    },
    kinds::quote::stretches,
    series::{Rows, evidence, of_several_outlets},
    text::{ClaimIx, StoryText, Word},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};
use story::{Evidence, Span, Utterance, UtteranceId, Version};

/// Fewest words of a quotation that is an utterance and no expression.
const SHORTEST: usize = 3;
/// Open-class words in common by which quotations of one group, and of any two places, are one utterance.
const TELLING_NEAR: usize = 2;
const TELLING: usize = 3;
/// The same for all words together, and for those of the longest stretch.
const SHARED_NEAR: usize = 3;
const SHARED: usize = 5;
const STRETCH_NEAR: usize = 3;
const STRETCH: usize = 4;
/// Fewer words in common are two utterances where they have two speakers.
const SPOKEN_BY_TWO: usize = 6;

/// One direct quotation of an article, with all parts that its marks or "she said" part it into.
struct Quoted<'s> {
    article: usize,
    parts: Vec<(ClaimIx, Span)>,
    words: Vec<&'s Word<'s>>,
    telling: BTreeSet<&'s str>,
    /// Who utters it, with the claim in whose reach that is told.
    attribution: Option<(ClaimIx, &'s Attribution)>,
}

pub(crate) fn find(story: &StoryText, groups: &[Group]) -> Vec<Utterance> {
    let rows = Rows::of(story, groups);
    let quoted: Vec<Quoted> = quoted(story);
    let mut found: Vec<Utterance> = families(story, &rows, &quoted)
        .into_iter()
        .filter_map(|family| {
            let family: Vec<&Quoted> = family.into_iter().map(|at| &quoted[at]).collect();
            utterance(story, &rows, &family)
        })
        .collect();
    // Stable: as many versions keep the order of their first places.
    found.sort_by_key(|utterance| Reverse(utterance.versions.len()));
    found
}

/// The quotations of all articles, in the order of the story.
fn quoted<'s>(story: &'s StoryText) -> Vec<Quoted<'s>> {
    let mut passages: BTreeMap<(usize, usize), Vec<(ClaimIx, Span)>> = BTreeMap::new();
    let mut joined: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for claim in story.indices() {
        let (article, facets) = (story.claim(claim).article, story.facets(claim));
        let root = |passage: usize, joined: &BTreeMap<(usize, usize), usize>| {
            joined.get(&(article, passage)).copied().unwrap_or(passage)
        };
        for pair in facets.quotations.windows(2) {
            let says = |attribution: &&Attribution| {
                attribution.carried == 0
                    && pair[0].span.end <= attribution.span.start
                    && attribution.span.end <= pair[1].span.start
            };
            if facets.attributions.iter().any(|attribution| says(&attribution)) {
                let first = root(pair[0].passage, &joined);
                joined.insert((article, pair[1].passage), first);
            }
        }
        for quotation in &facets.quotations {
            let is_scare = facets
                .hedges
                .iter()
                .any(|hedge| hedge.level == Level::ScareQuoted && quotation.span.contains(hedge.span));
            // What goes on after "she said" is spoken, however short it is.
            if !is_scare || joined.contains_key(&(article, quotation.passage)) {
                passages.entry((article, root(quotation.passage, &joined))).or_default().push((claim, quotation.span));
            }
        }
    }
    let quoted = passages.into_iter().map(|((article, _), parts)| of_parts(story, article, parts));
    quoted.filter(|quoted| quoted.words.len() >= SHORTEST && !is_title(&quoted.words)).collect()
}

fn of_parts<'s>(story: &'s StoryText, article: usize, parts: Vec<(ClaimIx, Span)>) -> Quoted<'s> {
    let words: Vec<&Word> = parts.iter().flat_map(|&(claim, span)| uttered(&story.claim(claim).words, span)).collect();
    let telling = words.iter().filter(|word| !is_closed(&word.lower)).map(|word| word.stem.as_str()).collect();
    let attribution = parts.iter().find_map(|&(claim, span)| {
        let all = story.facets(claim).attributions.iter();
        let own = all.filter(|one| one.content.iter().any(|content| content.overlaps(span)));
        own.min_by_key(|one| one.carried != 0).map(|one| (claim, one))
    });
    Quoted { article, parts, words, telling, attribution }
}

/// Of a film, a book, an operation: every word that tells is capitalised.
fn is_title(words: &[&Word]) -> bool {
    words.len() <= 6 && words.iter().all(|word| word.is_capitalised() || is_closed(&word.lower))
}

/// Quotations that are one utterance, and every other one alone; each sorted, in the order of their first.
fn families(story: &StoryText, rows: &Rows, quoted: &[Quoted]) -> Vec<Vec<usize>> {
    let standing: Vec<Vec<usize>> =
        quoted.iter().map(|one| rows.holding(one.parts.iter().map(|&(claim, _)| claim))).collect();
    let mut family: Vec<usize> = (0..quoted.len()).collect();
    for b in 0..quoted.len() {
        for a in 0..b {
            let near = standing[a].iter().any(|row| standing[b].contains(row));
            if story.articles[quoted[a].article].outlet != story.articles[quoted[b].article].outlet
                && is_one(story, &quoted[a], &quoted[b], near)
            {
                let (keep, drop) = (family[a].min(family[b]), family[a].max(family[b]));
                family.iter_mut().filter(|family| **family == drop).for_each(|family| *family = keep);
            }
        }
    }
    let roots: BTreeSet<usize> = family.iter().copied().collect();
    roots.into_iter().map(|root| (0..quoted.len()).filter(|&at| family[at] == root).collect()).collect()
}

/// Whether two quotations hold the same words, or enough of the shorter's.
fn is_one(story: &StoryText, a: &Quoted, b: &Quoted, near: bool) -> bool {
    let (telling, shared, stretch) =
        if near { (TELLING_NEAR, SHARED_NEAR, STRETCH_NEAR) } else { (TELLING, SHARED, STRETCH) };
    if a.telling.intersection(&b.telling).count() < telling {
        return false;
    }
    let kept = stretches(&a.words, &b.words);
    let longest = kept.iter().map(|(old, _)| old.len()).max().unwrap_or(0);
    let common: Vec<&&Word> = kept.iter().flat_map(|(old, _)| &a.words[old.clone()]).collect();
    let told = common.iter().filter(|word| !is_closed(&word.lower)).count();
    common.len() >= shared
        && longest >= stretch
        && told >= telling
        && 2 * common.len() >= a.words.len().min(b.words.len())
        && (common.len() >= SPOKEN_BY_TWO || !have_two_speakers(story, a, b))
}

fn have_two_speakers(story: &StoryText, a: &Quoted, b: &Quoted) -> bool {
    let speaker =
        |quoted: &Quoted| quoted.attribution.map(|(claim, attribution)| introduced(story, claim, attribution));
    speaker(a).zip(speaker(b)).is_some_and(|(a, b)| a.is_named() && b.is_named() && !a.same(&b))
}

/// What several outlets carry of these quotations, with those that only report them; `None` if one alone does.
fn utterance(story: &StoryText, rows: &Rows, family: &[&Quoted]) -> Option<Utterance> {
    let claims = || family.iter().flat_map(|quoted| &quoted.parts).map(|&(claim, _)| claim);
    let standing = rows.holding(claims());
    let mut versions: Vec<(ClaimIx, Version)> =
        family.iter().map(|quoted| (quoted.parts[0].0, direct(story, quoted))).collect();
    versions.extend(reported(story, rows, &standing, family));
    versions.sort_by_key(|(claim, version)| (*claim, version.parts[0].span.start));
    let outlets = versions.iter().map(|(claim, _)| *claim);
    if !of_several_outlets(story, outlets) {
        return None;
    }
    let longest = |(at, (_, version)): &(usize, &(ClaimIx, Version))| {
        (version.direct, version.words.split_whitespace().count(), Reverse(*at))
    };
    let base = versions.iter().enumerate().max_by_key(longest).map_or(0, |(at, _)| at);
    let versions: Vec<Version> = versions.into_iter().map(|(_, version)| version).collect();
    Some(Utterance {
        id: UtteranceId::of(versions.iter().flat_map(|version| &version.parts)),
        groups: rows.ids(&standing),
        versions,
        base,
    })
}

fn direct(story: &StoryText, quoted: &Quoted) -> Version {
    let parts = quoted.parts.iter().map(|&(claim, span)| evidence(story, claim, span)).collect();
    version(story, quoted.article, parts, quoted.attribution, true)
}

/// For each article that does not quote the utterance, the claim beside it that reports most of it, if any does.
fn reported(story: &StoryText, rows: &Rows, standing: &[usize], family: &[&Quoted]) -> Vec<(ClaimIx, Version)> {
    let speakers: Vec<Speaker> = family
        .iter()
        .filter_map(|quoted| quoted.attribution)
        .map(|(claim, attribution)| introduced(story, claim, attribution))
        .collect();
    let told: BTreeSet<&str> = family.iter().flat_map(|quoted| quoted.telling.iter().copied()).collect();
    let quoting: BTreeSet<usize> = family.iter().map(|quoted| quoted.article).collect();
    let beside: BTreeSet<ClaimIx> = rows
        .claims()
        .enumerate()
        .filter(|(row, _)| standing.contains(row))
        .flat_map(|(_, claims)| claims)
        .copied()
        .collect();
    let mut best: BTreeMap<usize, (usize, ClaimIx, &Attribution)> = BTreeMap::new();
    for claim in beside.into_iter().filter(|&claim| !quoting.contains(&story.claim(claim).article)) {
        for attribution in story.facets(claim).attributions.iter().filter(|one| one.carried == 0) {
            let content = content(story, claim, attribution);
            let common = content.intersection(&told).count();
            let enough = common >= TELLING && 2 * common >= content.len().min(told.len());
            if enough && speakers.iter().any(|speaker| speaker.same(&introduced(story, claim, attribution))) {
                let entry = best.entry(story.claim(claim).article).or_insert((common, claim, attribution));
                if common > entry.0 {
                    *entry = (common, claim, attribution);
                }
            }
        }
    }
    let version = |(article, (_, claim, attribution)): (usize, (usize, ClaimIx, &Attribution))| {
        let body = &story.articles[article].body;
        let pieces = attribution.content.iter().map(|&span| trimmed(body, span)).filter(|span| !span.is_empty());
        let parts: Vec<Evidence> = pieces.map(|span| evidence(story, claim, span)).collect();
        (!parts.is_empty()).then(|| (claim, version(story, article, parts, Some((claim, attribution)), false)))
    };
    best.into_iter().filter_map(version).collect()
}

/// Stems of the open-class words that `attribution` vouches for and does not quote.
fn content<'s>(story: &'s StoryText, claim: ClaimIx, attribution: &Attribution) -> BTreeSet<&'s str> {
    let is_quoted = |word: &Word| story.facets(claim).quotations.iter().any(|one| one.span.contains(word.span));
    let within =
        |word: &&Word| attribution.content.iter().any(|content| content.contains(word.span)) && !is_quoted(word);
    let words = story.claim(claim).words.iter().filter(|word| is_open(word));
    words.filter(within).map(|word| word.stem.as_str()).collect()
}

/// Without the white space and marks at its ends.
fn trimmed(body: &str, span: Span) -> Span {
    let text = span.of(body);
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '"' | '“' | '”' | '\'');
    let start = span.start + (text.len() - text.trim_start_matches(is_edge).len());
    Span::new(start, start + text.trim_matches(is_edge).len())
}

fn version(
    story: &StoryText,
    article: usize,
    parts: Vec<Evidence>,
    attribution: Option<(ClaimIx, &Attribution)>,
    direct: bool,
) -> Version {
    let body = &story.articles[article].body;
    let speaker = attribution.map(|(claim, one)| introduced(story, claim, one));
    let words: Vec<&str> = parts.iter().map(|part| part.text.trim()).collect();
    Version {
        // What "she said" interrupts goes on; what the attribution parts in a report does not.
        words: words.join(if direct { " " } else { " … " }),
        direct,
        role: attribution
            .zip(speaker.as_ref())
            .and_then(|((_, one), speaker)| one.role_in(speaker, body))
            .map(str::to_owned),
        speaker: speaker.map_or_else(String::new, |speaker| speaker.shown),
        cue: attribution.map(|(_, one)| one.cue.of(body).to_owned()),
        parts,
    }
}

/// The speaker with the name that an apposition gives.
fn introduced(story: &StoryText, claim: ClaimIx, attribution: &Attribution) -> Speaker {
    attribution.introduced(&story.claim(ClaimIx(claim.0.saturating_add_signed(attribution.carried))).words)
}

#[cfg(test)]
mod tests {
    use crate::series::test_story::found;

    /// Speaker and words of each version, the base marked by an asterisk, reported ones by a tilde.
    fn check(accounts: &[&str], expected: &[&str]) {
        let told = found(accounts).utterances.into_iter().flat_map(|utterance| {
            let base = utterance.base;
            utterance.versions.into_iter().enumerate().map(move |(at, version)| {
                let mark = if at == base {
                    "*"
                } else if version.direct {
                    ""
                } else {
                    "~"
                };
                let role = version.role.map_or(String::new(), |role| format!(" ({role})"));
                format!("{mark}{}{role}: {}", version.speaker, version.words)
            })
        });
        assert_eq!(told.collect::<Vec<String>>(), expected);
    }

    #[test]
    fn an_utterance_is_found_in_all_of_its_versions() {
        check(
            &[
                "“We will mend the dam before the winter storms come,” Mayor Ana Ruiz said in Lund.",
                "Ana Ruiz, mayor of Lund, said: “We will mend the dam before the storms come.”",
            ],
            &[
                "*Ana Ruiz (Mayor): We will mend the dam before the winter storms come,",
                "Ana Ruiz (mayor of Lund): We will mend the dam before the storms come.",
            ],
        );
    }

    #[test]
    fn she_said_does_not_part_an_utterance() {
        check(
            &[
                "“We will find the fault in the dam,” Ana Ruiz said on Monday, “and we will mend the gate.”",
                "“We will find the fault in the dam, and we will mend the gate,” Ana Ruiz said on Monday.",
            ],
            &[
                "*Ana Ruiz: We will find the fault in the dam, and we will mend the gate.",
                "Ana Ruiz: We will find the fault in the dam, and we will mend the gate,",
            ],
        );
    }

    #[test]
    fn a_report_of_the_same_words_by_the_same_speaker_is_a_version() {
        check(
            &[
                "“We will mend the broken dam before the winter storms come,” Mayor Ana Ruiz said in Lund.",
                "Mayor Ana Ruiz said the broken dam in Lund would be mended before the winter storms.",
            ],
            &[
                "*Ana Ruiz (Mayor): We will mend the broken dam before the winter storms come,",
                "~Ana Ruiz (Mayor): the broken dam in Lund would be mended before the winter storms",
            ],
        );
    }

    #[test]
    fn other_words_are_another_utterance() {
        check(&["“We ran to the hills at once,” Ana Ruiz said.", "“The council in Lund sleeps,” Ana Ruiz said."], &[]);
    }
}
