//! Reads what was annotated, and checks that it speaks of what there is.

use super::{File, Sentence, parsed, places::Account, wrong};
use serde::Deserialize;
use std::collections::BTreeSet;
use story::{Kind, Oddity, Relation};

/// The sentences that report one claim.
#[derive(Debug)]
pub struct Group {
    pub id: String,
    pub members: BTreeSet<Sentence>,
}

/// A divergence between two sentences of a group.
#[derive(Debug)]
pub struct Annotation {
    /// The group, as an index into the groups of the story.
    pub group: usize,
    pub kind: Kind,
    pub relation: Relation,
    /// Whether readers of the two would come away believing different facts.
    pub is_major: bool,
    pub sides: [Side; 2],
}

/// The words of one sentence that carry a divergence.
#[derive(Debug)]
pub struct Side {
    pub sentence: Sentence,
    /// Empty where the divergence is that nothing is said, as of a claim without a source.
    pub text: String,
}

#[derive(Deserialize)]
struct Gold {
    groups: Vec<GoldGroup>,
    #[serde(default)]
    divergences: Vec<GoldDivergence>,
}

#[derive(Deserialize)]
struct GoldGroup {
    id: String,
    members: Vec<String>,
}

#[derive(Deserialize)]
struct GoldDivergence {
    group: String,
    #[serde(rename = "type")]
    kind: Kind,
    a: String,
    a_text: String,
    b: String,
    b_text: String,
    relation: Relation,
    major: bool,
}

pub(super) fn read(file: &File, accounts: &[Account]) -> Result<(Vec<Group>, Vec<Annotation>), Oddity> {
    let gold: Gold = parsed(file, "an object with “groups” and “divergences”")?;
    let groups =
        gold.groups.into_iter().map(|group| read_group(file, group, accounts)).collect::<Result<Vec<_>, _>>()?;
    let ids: BTreeSet<&str> = groups.iter().map(|group| group.id.as_str()).collect();
    if ids.len() < groups.len() {
        return Err(wrong(file, "Two groups have the same “id”.", "Give each group an id of its own."));
    }
    let annotation = |divergence| read_divergence(file, divergence, &groups, accounts);
    let divergences = gold.divergences.into_iter().map(annotation).collect::<Result<_, _>>()?;
    Ok((groups, divergences))
}

fn read_group(file: &File, group: GoldGroup, accounts: &[Account]) -> Result<Group, Oddity> {
    let whose = format!("Group “{}”", group.id);
    let members =
        group.members.iter().map(|member| sentence(file, &whose, member, accounts)).collect::<Result<_, _>>()?;
    Ok(Group { id: group.id, members })
}

fn read_divergence(
    file: &File,
    gold: GoldDivergence,
    groups: &[Group],
    accounts: &[Account],
) -> Result<Annotation, Oddity> {
    let whose = format!("A divergence in {} of group “{}”", gold.kind, gold.group);
    let Some(group) = groups.iter().position(|group| group.id == gold.group) else {
        return Err(wrong(file, format!("{whose} has no such group."), "Name the id of a group in the same file."));
    };
    let side = |member: &str, text: String| {
        let sentence = sentence(file, &whose, member, accounts)?;
        if !accounts[sentence.account].sentences[sentence.place].contains(&text) {
            let what = format!("{whose} tells words that do not stand in {member}: “{text}”.");
            return Err(wrong(file, what, "Copy them from the sentence exactly as they are."));
        }
        Ok(Side { sentence, text })
    };
    let sides = [side(&gold.a, gold.a_text)?, side(&gold.b, gold.b_text)?];
    Ok(Annotation { group, kind: gold.kind, relation: gold.relation, is_major: gold.major, sides })
}

/// The sentence that is called `outlet:place`.
fn sentence(file: &File, whose: &str, name: &str, accounts: &[Account]) -> Result<Sentence, Oddity> {
    let advice = "A sentence is named by its outlet, a colon and its place in sentences.json, counted from 0.";
    let read = name.rsplit_once(':').and_then(|(outlet, place)| Some((outlet, place.parse::<usize>().ok()?)));
    let Some((outlet, place)) = read else {
        return Err(wrong(file, format!("{whose} names “{name}”, which is no sentence."), advice));
    };
    let Some(account) = accounts.iter().position(|account| account.outlet == outlet) else {
        let what = format!("{whose} names “{name}”, but no article is of an outlet “{outlet}”.");
        return Err(wrong(file, what, advice));
    };
    match accounts[account].sentences.len() {
        known if place < known => Ok(Sentence { account, place }),
        known => {
            let what = format!("{whose} names “{name}”, but of “{outlet}” only {known} sentences are listed.");
            Err(wrong(file, what, advice))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ARTICLES, GOLD, SENTENCES, story};
    use super::*;

    fn check_wrong(from: &str, to: &str, what: &str) {
        let whole = GOLD.replace("]}]}", "]}], \"divergences\": [DIVERGENCE]}").replace("DIVERGENCE", DIVERGENCE);
        let gold = whole.replace(from, to);
        assert_ne!(gold, whole, "{from}");
        let told = story(ARTICLES, SENTENCES, &gold).expect_err(what).to_string();
        assert!(told.starts_with("gold.json: ") && told.contains(what), "{told}");
    }

    const DIVERGENCE: &str = r#"{"group": "g1", "type": "time", "a": "Post:0", "a_text": "sank",
        "b": "Wire:0", "b_text": "on Sunday", "relation": "differs", "major": true}"#;

    #[test]
    fn a_divergence_has_two_sides_and_a_kind() {
        let gold = GOLD.replace("]}]}", &format!("]}}], \"divergences\": [{DIVERGENCE}]}}"));
        let story = story(ARTICLES, SENTENCES, &gold).expect("it is sound");
        let divergence = &story.divergences[0];
        assert_eq!((divergence.kind, divergence.relation, divergence.is_major), (Kind::Time, Relation::Differs, true));
        assert_eq!(divergence.sides[1].text, "on Sunday");
    }

    #[test]
    fn what_speaks_of_nothing_there_is_told() {
        check_wrong("\"members\": [\"Post:0\"", "\"members\": [\"Echo:0\"", "no article is of an outlet “Echo”");
        check_wrong("\"members\": [\"Post:0\"", "\"members\": [\"Post:7\"", "only 2 sentences are listed");
        check_wrong("\"members\": [\"Post:0\"", "\"members\": [\"Post\"", "which is no sentence");
        check_wrong("\"group\": \"g1\"", "\"group\": \"g9\"", "no such group");
        check_wrong("\"type\": \"time\"", "\"type\": \"mood\"", "mood");
        check_wrong("on Sunday", "on Monday", "do not stand in Wire:0");
        check_wrong("\"major\": true", "\"major\": \"yes\"", "not as expected");
    }
}
