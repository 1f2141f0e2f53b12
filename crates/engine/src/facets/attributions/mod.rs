//! Finds who is said to vouch for what: source, cue and content.
//!
//! - [`cues`] knows the words that attribute,
//! - [`phrases`] bounds noun phrases,
//! - [`spots`] finds source and cue within a claim, [`verbs`] those with a reporting verb,
//! - [`contents`] bounds what the source vouches for,
//! - [`speakers`] resolves a source to a name and a role within its article.
//!
//! A quotation without a cue of its own belongs to the speaker beside it.

mod contents;
mod cues;
mod phrases;
mod speakers;
mod spots;
mod verbs;

use super::quotations::Quotation;
use crate::text::{Claim, Text, Word};
use contents::content;
use cues::Class;
pub(crate) use cues::{is_loaded, is_reporting, is_source_noun};
use phrases::is_pronoun;
pub(crate) use speakers::Speaker;
use speakers::{Cast, pronoun, speaker};
use spots::{Spot, spots};
use story::Span;

/// Who vouches for what a claim says, or for a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The shortest stretch with the source and, where it is next to it, the cue.
    pub(crate) span: Span,
    pub(crate) source: Span,
    /// What stands beside a name and says who that is: "senior researcher at the institute".
    pub(crate) role: Option<Span>,
    pub(crate) cue: Span,
    /// The base form of a reporting verb; `None` for "according to".
    pub(crate) verb: Option<&'static str>,
    /// What is vouched for, in one or two pieces.
    pub(crate) content: Vec<Span>,
    pub(crate) speaker: Speaker,
    /// Who passes the source's words on: "the Courier" in "the Courier quoted sources as saying".
    pub(crate) relay: Option<Speaker>,
    /// How many claims away from this one source and cue stand: 0 unless carried over.
    pub(crate) carried: isize,
}

impl Attribution {
    /// Who `speaker`, as [`Attribution::introduced`], is beside its name, in the words of the article: an apposition,
    /// or what stands before the name.
    pub(crate) fn role_in<'b>(&self, speaker: &Speaker, body: &'b str) -> Option<&'b str> {
        let source = self.source.of(body);
        if *speaker != self.speaker {
            return Some(without_article(source));
        }
        let before_name = || {
            let (role, _) = source.split_once(speaker.shown.as_str()).filter(|_| speaker.is_named())?;
            let role = without_article(role.trim());
            let is_owner = role.ends_with(['s', '\'', '’', ','].as_slice());
            (role.len() > 4 && !is_owner && !role.split_whitespace().any(is_reporting)).then_some(role)
        };
        let apposition = self.role.filter(|_| speaker.is_named()).map(|role| without_article(role.of(body)));
        apposition.or_else(before_name)
    }

    /// The source with the name that an apposition gives it: "the prime minister, Ana Ruiz". `words` are those of
    /// the claim in which it stands.
    pub(crate) fn introduced(&self, words: &[Word]) -> Speaker {
        let within: Vec<Word> = self
            .role
            .map_or(Vec::new(), |role| words.iter().filter(|word| role.contains(word.span)).cloned().collect());
        let named = speaker(&within, &[]);
        let is_name = named.name.len() > 1 && named.name.len() == within.len() && !self.speaker.plural;
        match is_name && !self.speaker.is_named() {
            true => Speaker { role: self.speaker.role.clone(), person: true, ..named },
            false => self.speaker.clone(),
        }
    }

    pub(crate) fn is_loaded(&self) -> bool {
        self.verb.is_some_and(is_loaded)
    }

    /// Whether the source does something by saying it: accuses, vows.
    pub(crate) fn is_act(&self) -> bool {
        self.class() == Some(Class::Act)
    }

    /// Whether the source holds or shows it, and need not have said so.
    pub(crate) fn is_shown(&self) -> bool {
        self.class() == Some(Class::Evidence)
    }

    pub(crate) fn is_by_pronoun(&self, body: &str) -> bool {
        is_pronoun(&self.source.of(body).to_lowercase())
    }

    fn class(&self) -> Option<Class> {
        self.verb.and_then(cues::cue).map(|cue| cue.class)
    }
}

fn without_article(words: &str) -> &str {
    ["the ", "The ", "a ", "A ", "an ", "An "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words)
}

/// The attributions of every claim, in the order of the claims.
pub(crate) fn find(text: &Text, quotations: &[Vec<Quotation>]) -> Vec<Vec<Attribution>> {
    let cast = Cast::of(text);
    let mut last = Last::default();
    let own: Vec<Vec<Attribution>> = text
        .claims
        .iter()
        .zip(quotations)
        .map(|(claim, quotations)| {
            let quoted = |at: usize| quotations.iter().any(|quotation| quotation.span.contains(claim.words[at].span));
            let spots = spots(&claim.words, quoted);
            let found: Vec<Attribution> = spots
                .iter()
                .enumerate()
                .map(|(at, spot)| attribution(claim, &quoted, spot, spots.get(at + 1), &cast, &last))
                .collect();
            last.hear(&found);
            last.see(cast.subject(claim));
            found
        })
        .collect();
    (0..own.len())
        .map(|at| if own[at].is_empty() { carried(text, quotations, &own, at) } else { own[at].clone() })
        .collect()
}

fn attribution(
    claim: &Claim,
    quoted: &impl Fn(usize) -> bool,
    spot: &Spot,
    next: Option<&Spot>,
    cast: &Cast,
    last: &Last,
) -> Attribution {
    let words = &claim.words;
    let span = |range: &std::ops::Range<usize>| Span::new(words[range.start].span.start, words[range.end - 1].span.end);
    let (source, cue) = (span(&spot.source), span(&spot.cue));
    let whole = Span::new(source.start.min(cue.start), source.end.max(cue.end));
    let beside = spot.source.end.abs_diff(spot.cue.start).min(spot.cue.end.abs_diff(spot.source.start)) <= 1;
    let role = spot.role.as_ref().map_or(&[][..], |role| &words[role.clone()]);
    let named = &words[spot.source.clone()];
    let speaker = match pronoun(named) {
        _ if spot.hearsay => Speaker::hearsay(named),
        Some(pronoun) => last.meant_by(pronoun).unwrap_or_else(|| speaker(named, role)),
        None => cast.resolve(speaker(named, role)),
    };
    Attribution {
        span: if beside { whole } else { source },
        source,
        role: spot.role.as_ref().map(span),
        cue,
        verb: words[spot.cue.clone()].iter().find_map(|word| cues::cue(&word.lower)).map(|cue| cue.verb),
        content: content(claim, quoted, spot, next),
        speaker,
        relay: spot.relay.as_ref().map(|relay| cast.resolve(self::speaker(&words[relay.clone()], &[]))),
        carried: 0,
    }
}

/// The attribution beside a claim that is wholly a quotation.
fn carried(text: &Text, quotations: &[Vec<Quotation>], own: &[Vec<Attribution>], at: usize) -> Vec<Attribution> {
    if !is_quoted(&text.claims[at], &quotations[at]) {
        return Vec::new();
    }
    let claim = &text.claims[at];
    let neighbour = |other: usize| {
        let near = &text.claims[other];
        let beside = near.paragraph == claim.paragraph || shares_passage(&quotations[at], &quotations[other]);
        let before = other < at && near.paragraph + 1 == claim.paragraph;
        (beside || before).then(|| own[other].last()).flatten().filter(|_| !quotations[other].is_empty())
    };
    let reach = 6;
    let back = (at.saturating_sub(reach)..at)
        .rev()
        .take_while(|&other| other + 1 == at || is_quoted(&text.claims[other + 1], &quotations[other + 1]));
    let ahead = (at + 1..own.len().min(at + 3)).take_while(|&other| text.claims[other].paragraph == claim.paragraph);
    let found = back.map(|other| (other, neighbour(other))).chain(ahead.map(|other| (other, neighbour(other))));
    let nearest = found.into_iter().find_map(|(other, found)| found.map(|found| (other, found)));
    nearest
        .map(|(other, found)| Attribution {
            content: quotations[at].iter().map(|quotation| quotation.span).collect(),
            carried: other as isize - at as isize,
            ..found.clone()
        })
        .into_iter()
        .collect()
}

fn shares_passage(a: &[Quotation], b: &[Quotation]) -> bool {
    a.iter().any(|one| b.iter().any(|other| one.passage == other.passage))
}

/// Whether most of the claim's words stand in quotation marks.
pub(crate) fn is_quoted(claim: &Claim, quotations: &[Quotation]) -> bool {
    let words = || claim.words.iter().filter(|word| word.is_word());
    let quoted = words().filter(|word| quotations.iter().any(|quotation| quotation.span.contains(word.span))).count();
    quoted > 0 && 5 * quoted >= 4 * words().count()
}

/// Whom a pronoun can mean: the last speakers of each sort.
#[derive(Debug, Default)]
struct Last {
    person: Option<Speaker>,
    group: Option<Speaker>,
}

impl Last {
    fn hear(&mut self, found: &[Attribution]) {
        for attribution in found {
            let speaker = attribution.speaker.clone();
            if speaker.person || (!speaker.plural && !speaker.is_named()) {
                self.person = Some(speaker);
            } else {
                self.group = Some(speaker);
            }
        }
    }

    /// A sentence about a person is what "he" in the next one looks back to.
    fn see(&mut self, subject: Option<Speaker>) {
        if subject.is_some() {
            self.person = subject;
        }
    }

    fn meant_by(&self, pronoun: &str) -> Option<Speaker> {
        match pronoun {
            "he" | "she" => self.person.clone(),
            "they" | "it" => self.group.clone(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::{quotations, test_text::article};

    /// `expected`: one line a claim; speaker, relay in brackets, `+` before a carried one.
    fn check(body: &str, expected: &[&str]) {
        let article = article("a", body);
        let text = Text::of(0, &article);
        let found: Vec<String> = find(&text, &quotations::find(&text))
            .iter()
            .map(|claim| {
                let shown: Vec<String> = claim
                    .iter()
                    .map(|a| {
                        let relay = a.relay.as_ref().map_or(String::new(), |relay| format!(" ({})", relay.shown));
                        format!("{}{}{relay}", if a.carried == 0 { "" } else { "+" }, a.speaker.shown)
                    })
                    .collect();
                shown.join("; ")
            })
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn a_report_of_a_report_and_an_expert_are_found() {
        check(
            "Utopia is receiving shells from Arcadia to aid its faltering campaign, The Courier reported sources in militias backed by Arcadia as saying.\n\
             The shells were smuggled across the lake.\n\
             “Utopia needs all the help it can get,” Dr Ana Ruiz, senior researcher at Porto University’s Lake Institute, told The Lantern.\n\
             “This would include militias,” she added. “It is at an impasse.”",
            &["sources in militias backed by Arcadia (Courier)", "", "Ana Ruiz", "Ana Ruiz", "+Ana Ruiz"],
        );
    }

    #[test]
    fn a_surname_is_the_person_named_before() {
        check(
            "The dam held, said Mayor Ana Ruiz.\nMr Ruiz left. Ruiz said it would hold.",
            &["Ana Ruiz", "", "Ana Ruiz"],
        );
    }

    #[test]
    fn an_office_is_the_person_who_holds_it() {
        check("Governor Ivan Dor came on Friday.\nThe governor said all was well.", &["", "Ivan Dor"]);
    }

    #[test]
    fn a_quotation_goes_on_over_paragraphs() {
        check(
            "\"We ran,\" Ana Ruiz said.\n\"We hid in the cellar.\"\nThe rain stopped.",
            &["Ana Ruiz", "+Ana Ruiz", ""],
        );
    }
}
