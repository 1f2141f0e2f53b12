//! PolNeAR: articles of seven outlets with source, cue and content of each attribution as readers marked them.

use crate::steps::{Failure, root};
use flate2::read::GzDecoder;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read},
};
use story::{Article, Draft, Importer, Sha256, Source, Span};
use tar::Archive;

const ARCHIVE: &str = "../shared/eval/attribution/polnear-train.tar.gz";

/// An article and what one reader marked in it.
pub(super) struct Sample {
    pub(super) article: Article,
    pub(super) marked: Vec<Marked>,
}

/// One attribution as a reader marked it, in bytes of the body.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marked {
    pub(super) source: Vec<Span>,
    pub(super) cue: Vec<Span>,
    pub(super) content: Vec<Span>,
}

/// The articles in the order of their names. Where several readers marked one, the first of them counts.
pub(super) fn samples() -> Result<Vec<Sample>, Failure> {
    let path = root().join(ARCHIVE);
    let files = File::open(&path)
        .and_then(files)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display()), "Put PolNeAR there."))?;
    let mut samples: BTreeMap<&str, Sample> = BTreeMap::new();
    for (name, text) in &files {
        let Some((folder, file)) = name.rsplit_once('/').filter(|_| name.ends_with(".ann")) else { continue };
        let article = file.rsplit_once('_').map_or(file, |(article, _)| article);
        let Some(body) = files.get(&format!("{}/text/{article}.txt", folder.trim_end_matches("/attributions"))) else {
            continue;
        };
        samples.entry(article).or_insert_with(|| Sample { article: of_body(body), marked: marked(text, body) });
    }
    Ok(samples.into_values().collect())
}

/// The texts of the archive by their paths in it.
fn files(archive: File) -> io::Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in Archive::new(GzDecoder::new(archive)).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.display().to_string();
        let mut text = String::new();
        if entry.header().entry_type().is_file() {
            entry.read_to_string(&mut text)?;
            files.insert(name, text);
        }
    }
    Ok(files)
}

fn of_body(body: &str) -> Article {
    let source = Source { path: "polnear".into(), entry: 1, member: None };
    let importer = Importer { name: "polnear".into(), version: 1 };
    let draft = Draft { language: Some("en".into()), ..Draft::default() };
    Article { body: body.into(), ..Article::from_draft(draft, "polnear", Sha256::of(b""), source, importer) }
}

/// The attributions of a brat file: `T3⇥Content 63 78;80 90⇥words`, `E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1`.
fn marked(annotations: &str, body: &str) -> Vec<Marked> {
    let mut bytes: Vec<usize> = body.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(body.len());
    let mut spans: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    let mut all = Vec::new();
    for line in annotations.lines() {
        let mut fields = line.split('\t');
        let (id, rest) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        if id.starts_with('T') {
            let pieces = rest.split_once(' ').map_or("", |(_, pieces)| pieces).split(';');
            spans.insert(id, pieces.filter_map(|piece| span(piece, &bytes)).collect());
        } else if id.starts_with('E') {
            let mut one = Marked::default();
            for (role, id) in rest.split(' ').filter_map(|part| part.split_once(':')) {
                let of = spans.get(id).into_iter().flatten().copied();
                match role.trim_end_matches(char::is_numeric) {
                    "Source" => one.source.extend(of),
                    "Cue" => one.cue.extend(of),
                    "Content" => one.content.extend(of),
                    _ => {}
                }
            }
            all.push(one);
        }
    }
    all
}

/// A span from two numbers of characters; `bytes` says where each character begins.
fn span(piece: &str, bytes: &[usize]) -> Option<Span> {
    let byte = |chars: &str| bytes.get(chars.parse::<usize>().ok()?).copied();
    let (start, end) = piece.split_once(' ')?;
    Some(Span::new(byte(start)?, byte(end)?)).filter(|span| span.start < span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_characters_and_may_be_parted() {
        let body = "“It held,” she said, “so far.”";
        let annotations = "T1\tContent 0 10;21 30\twords\nT2\tCue 15 19\tsaid\nT3\tSource 11 14\tshe\nE1\tAttribution:T2 Content:T1 Cue:T2 Source:T3";
        let found = marked(annotations, body);
        let words = |spans: &[Span]| spans.iter().map(|span| span.of(body).to_owned()).collect::<Vec<_>>();
        assert_eq!(found.len(), 1);
        assert_eq!(words(&found[0].content), ["“It held,”", "“so far.”"]);
        assert_eq!((words(&found[0].source), words(&found[0].cue)), (vec!["she".into()], vec!["said".into()]));
    }
}
