//! The same articles give the same comparison, byte for byte, in any order and on any number of threads.

use engine::{Ruled, Settings, compare, compare_ruled};
use std::{collections::BTreeSet, ops::ControlFlow};
use story::{Article, ClaimGroup, ClaimId, Comparison, Draft, Importer, Sha256, Source, Timestamp};

/// Outlet, time of publication, title, and a paragraph a line. Two outlets print the same text, and
/// several share a date.
const STORY: &str = "\
Harbour Post | 2031-05-06 | Ferry sinks off Marun, 12 missing
MARUN (Harbour Post) — A ferry with 84 people on board sank off the island of Marun on Monday, and 12 are missing.
The coast guard said it had pulled 72 people from the water by nightfall.
\"We heard a loud bang and then the lights went out,\" said Ilse Tarnow, a teacher from Velm.
The ferry, the Silver Heron, left Velm at 4 p.m. and was due in Marun two hours later.
Transport Minister Odo Brask said an inquiry would begin on Tuesday.
The owner, Heron Lines, denied that the ship had been overloaded.
A storm warning had been in force since noon, according to the weather service.
It is the worst accident in the strait since 2009, when 31 people died.

Velm Daily | 2031-05-06 | Silver Heron goes down in storm
A passenger ferry went down near Marun on Monday evening with at least 90 people on board.
Rescuers saved 70 people, a spokesman for the coast guard said, and at least 15 were unaccounted for.
Ilse Tarnow, who teaches in Velm, said: \"We heard a bang and the lights went out.\"
The Silver Heron had left Velm at 4:15 p.m., an hour after the storm warning was raised.
Heron Lines rejected claims that the vessel carried too many passengers.
Mr. Brask, the transport minister, promised an inquiry.
Dozens of relatives waited at the quay in Velm through the night.
In 2009 a ferry capsized in the same strait and 31 people were killed.

Northern Wire | 2031-05-06 | Ferry sinks off Marun
A ferry carrying 84 people sank off Marun on Monday and 12 of them are missing, the coast guard said.
Seventy-two people were rescued, two of them with serious injuries.
The ship may have been overloaded, two crew members told Northern Wire on condition of anonymity.
Heron Lines, which owns the Silver Heron, denied it.
The weather service issued a storm warning at noon.
Transport Minister Odo Brask announced an inquiry.
The Silver Heron was built in 1998 and refitted three years ago.
Marun lies 40 kilometres from the mainland.

Coast Radio | 2031-05-06 | Ferry sinks off Marun
A ferry carrying 84 people sank off Marun on Monday and 12 of them are missing, the coast guard said.
Seventy-two people were rescued, two of them with serious injuries.
The ship may have been overloaded, two crew members told Northern Wire on condition of anonymity.
Heron Lines, which owns the Silver Heron, denied it.
The weather service issued a storm warning at noon.
Transport Minister Odo Brask announced an inquiry.
The Silver Heron was built in 1998 and refitted three years ago.
Marun lies 40 kilometres from the mainland.

The Islander | | What we know of the Silver Heron
The Silver Heron sank on 5 May 2031 between Velm and Marun.
Fourteen people are still missing, the island council said on Tuesday.
The council accused Heron Lines of having ignored the storm warning.
Heron Lines said the captain had not been told of any warning.
Two crew members have alleged that the ferry was overloaded.
The inquiry is to be led by the retired judge Pia Lund.
\"Nobody should have sailed that day,\" said the mayor of Marun, Tomas Ebe.
The wreck lies at a depth of 60 metres.

Capital Times | 2031-05-07 | Minister under fire over ferry
Transport Minister Odo Brask came under fire on Wednesday over the sinking of the Silver Heron.
Thirteen bodies were found, officials said, and the search has ended.
The opposition said that Mr Brask had cut the number of ship inspectors from 20 to 11.
Mr Brask said the number of inspectors had never been higher.
Pia Lund, a retired judge, will lead the inquiry.
The Silver Heron sank on Monday evening after it left Velm at 4 p.m.
Seventy-two of the 85 people on board survived.
Tomas Ebe, the mayor of Marun, said nobody should have sailed that day.";

#[test]
fn neither_order_nor_threads_change_the_comparison() {
    let articles: Vec<Article> = STORY.split("\n\n").map(article).collect();
    let expected = compared(&articles, 1);
    assert!(expected.contains("\"groups\":[{"), "the story has groups");
    let mut dice = 7_u64;
    for round in 0..20 {
        let shuffled = shuffled(&articles, &mut dice);
        for threads in [1, 2, 8] {
            assert!(compared(&shuffled, threads) == expected, "round {round} on {threads} threads differs");
        }
    }
}

#[test]
fn what_stands_across_rows_is_part_of_it() {
    let articles: Vec<Article> = STORY.split("\n\n").map(article).collect();
    let found = ruled(&articles, &Ruled::default());
    let missing = found.series.iter().find(|series| series.measure == "people missing").expect("several outlets tell");
    assert!(missing.points.len() > 2, "{missing:?}");
    assert!(found.datings.iter().any(|dating| dating.points.iter().any(|point| point.clock == Some((975, 975)))));
    assert!(found.utterances.iter().any(|one| one.versions.iter().any(|version| version.speaker == "Ilse Tarnow")));
    assert_eq!(found.voices.iter().filter(|voice| voice.name.contains("Brask")).count(), 1);
    assert_eq!(found.own_voice.len(), articles.len());
}

#[test]
fn neither_order_nor_threads_change_what_was_ruled() {
    let articles: Vec<Article> = STORY.split("\n\n").map(article).collect();
    let plain = ruled(&articles, &Ruled::default());
    let groups = &plain.groups;
    let mut rulings = vec![
        (true, groups[0].claims[0].clone(), groups[3].claims[0].clone()),
        (true, groups[4].claims[0].clone(), plain.claims[plain.claims.len() - 1].id.clone()),
        (false, groups[1].links[0].a.clone(), groups[1].links[0].b.clone()),
        (false, groups[5].links[0].a.clone(), groups[5].links[0].b.clone()),
    ];
    let expected = written(&ruled(&articles, &rule(&rulings)));
    assert_ne!(expected, written(&plain));
    let mut dice = 11_u64;
    for _ in 0..6 {
        rulings.rotate_left(1);
        let found = ruled(&shuffled(&articles, &mut dice), &rule(&rulings));
        assert!(written(&found) == expected, "the order of rulings or articles tells");
    }
}

#[test]
fn a_cut_pair_shares_no_row_and_no_other_link_is_lost() {
    let articles: Vec<Article> = STORY.split("\n\n").map(article).collect();
    let plain = ruled(&articles, &Ruled::default());
    for link in plain.groups.iter().flat_map(|group| &group.links) {
        let found = ruled(&articles, &rule(&[(false, link.a.clone(), link.b.clone())]));
        assert!(!found.groups.iter().any(|group| holds(group, &link.a, &link.b)));
        let others = |comparison: &Comparison| -> BTreeSet<(ClaimId, ClaimId)> {
            let links = comparison.groups.iter().flat_map(|group| &group.links);
            let apart = links.filter(|one| ![&one.a, &one.b].iter().any(|end| [&link.a, &link.b].contains(end)));
            apart.map(|one| (one.a.clone(), one.b.clone())).collect()
        };
        assert!(others(&found).is_superset(&others(&plain)), "{} / {}", link.a, link.b);
    }
}

#[test]
fn a_pinned_pair_shares_a_row_and_a_link() {
    let articles: Vec<Article> = STORY.split("\n\n").map(article).collect();
    let claims = ruled(&articles, &Ruled::default()).claims;
    for (a, b) in claims.iter().zip(claims.iter().skip(9)).filter(|(a, b)| a.article != b.article) {
        let found = ruled(&articles, &rule(&[(true, a.id.clone(), b.id.clone())]));
        let linked = |group: &&ClaimGroup| {
            group.links.iter().any(|link| [&link.a, &link.b] == [&a.id, &b.id] || [&link.b, &link.a] == [&a.id, &b.id])
        };
        assert!(found.groups.iter().filter(|group| holds(group, &a.id, &b.id)).any(|group| linked(&group)));
    }
}

fn holds(group: &ClaimGroup, a: &ClaimId, b: &ClaimId) -> bool {
    group.claims.contains(a) && group.claims.contains(b)
}

/// `true` for a pin.
fn rule(rulings: &[(bool, ClaimId, ClaimId)]) -> Ruled {
    let mut ruled = Ruled::default();
    for (pin, a, b) in rulings.iter().cloned() {
        if pin { ruled.pin(a, b) } else { ruled.cut(a, b) }
    }
    ruled
}

fn ruled(articles: &[Article], ruled: &Ruled) -> Comparison {
    let comparison = compare_ruled(articles, &Settings::default(), ruled, &|_| ControlFlow::Continue(()));
    comparison.expect("nobody asked to stop")
}

fn written(comparison: &Comparison) -> String {
    serde_json::to_string(comparison).expect("a comparison can be written")
}

#[test]
fn work_that_is_asked_to_stop_stops() {
    let articles: Vec<Article> = STORY.split("\n\n").map(article).collect();
    assert!(compare(&articles, &Settings::default(), &|_| ControlFlow::Break(())).is_err());
}

fn compared(articles: &[Article], threads: usize) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be had");
    let comparison = pool.install(|| compare(articles, &Settings::default(), &|_| ControlFlow::Continue(())));
    serde_json::to_string(&comparison.expect("nobody asked to stop")).expect("a comparison can be written")
}

fn article(text: &str) -> Article {
    let (head, body) = text.split_once('\n').expect("a head and a body");
    let head: Vec<&str> = head.split('|').map(str::trim).collect();
    let draft = Draft {
        outlet: Some(head[0].into()),
        published: Timestamp::parse(head[1]),
        title: head[2].into(),
        language: Some("en".into()),
        paragraphs: body.lines().map(str::to_owned).collect(),
        ..Draft::default()
    };
    let source = Source { path: "story.txt".into(), entry: 1, member: None };
    Article::from_draft(draft, "unknown", Sha256::of(b""), source, Importer { name: "text".into(), version: 1 })
}

/// Fisher and Yates, with a linear congruential generator for dice.
fn shuffled(articles: &[Article], dice: &mut u64) -> Vec<Article> {
    let mut shuffled = articles.to_vec();
    for last in (1..shuffled.len()).rev() {
        *dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        shuffled.swap(last, (*dice >> 33) as usize % (last + 1));
    }
    shuffled
}
