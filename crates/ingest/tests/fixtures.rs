//! Every fixture against what a careful person reads in it; `docs/formats.md` is written from that.
//!
//! A fixture is a file under `fixtures/FORMAT/` with a sidecar of the same name and `.json` behind it, written by hand.
//! The page is written anew by `UPDATE_FORMATS=1 cargo test -p ingest --test fixtures`.

use ingest::{Bounds, Imported, read};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use story::{Article, Timestamp};

/// What the file says, as a person reads it. A field that it does not state is `null`.
#[derive(Deserialize)]
struct Expected {
    articles: Vec<ExpectedArticle>,
    /// Words that occur in oddities, one a sentence.
    #[serde(default)]
    oddities: Vec<String>,
}

#[derive(Deserialize)]
struct ExpectedArticle {
    outlet: Option<String>,
    title: Option<String>,
    byline: Option<String>,
    section: Option<String>,
    published: Option<String>,
    url: Option<String>,
    language: Option<String>,
    /// How many the body has, and the first and the last in full.
    paragraphs: usize,
    first: String,
    last: String,
}

/// What was right of a fixture and what was not.
#[derive(Default)]
struct Verdict {
    articles: usize,
    right: usize,
    wrong: Vec<String>,
    /// Articles that state a day, and those of them whose day was found.
    dated: usize,
    day_right: usize,
}

/// By format and fixture.
static VERDICTS: LazyLock<BTreeMap<(String, String), Verdict>> =
    LazyLock::new(|| fixtures().iter().map(|fixture| judged(fixture)).collect());

#[test]
fn the_page_on_formats_tells_what_is_found_in_each_fixture() {
    assert!(!VERDICTS.is_empty(), "the fixtures are missing");
    let page = page(&VERDICTS);
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats.md");
    if std::env::var_os("UPDATE_FORMATS").is_some() {
        fs::write(&place, &page).expect("the page can be written");
    }
    let kept = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        kept == page,
        "docs/formats.md is not what the readers give now (UPDATE_FORMATS=1 writes it anew):\n{page}"
    );
}

#[test]
fn the_day_of_publication_is_right_in_nine_of_ten() {
    let (dated, right) =
        VERDICTS.values().fold((0, 0), |(dated, right), one| (dated + one.dated, right + one.day_right));
    assert!(right * 10 >= dated * 9, "{right} of {dated}");
}

/// All fixtures, in the order of their names.
fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files: Vec<PathBuf> = entries(&root).iter().flat_map(|folder| entries(folder)).collect();
    files.retain(|file| sidecar(file).is_file());
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    let mut entries: Vec<PathBuf> = read.unwrap_or_default();
    entries.sort();
    entries
}

fn sidecar(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".json");
    name.into()
}

fn judged(file: &Path) -> ((String, String), Verdict) {
    let part = |path: Option<&Path>| {
        path.and_then(Path::file_name).expect("fixtures lie in folders").to_string_lossy().into_owned()
    };
    let (format, name) = (part(file.parent()), part(Some(file)));
    let sidecar = fs::read_to_string(sidecar(file)).expect("a sidecar");
    let expected: Expected = serde_json::from_str(&sidecar).expect(&name);
    let imported = read(&name, &fs::read(file).expect("a fixture"), &Bounds::default());
    ((format, name.clone()), Verdict::of(&name, &expected, &imported))
}

impl Verdict {
    fn of(name: &str, expected: &Expected, imported: &Imported) -> Self {
        let mut verdict = Self { articles: expected.articles.len(), ..Self::default() };
        let (due, found) = (expected.articles.len(), imported.articles.len());
        verdict.count("articles", due == found, || format!("{found} for {due}"));
        for (at, due) in expected.articles.iter().enumerate() {
            match imported.articles.get(at) {
                Some(article) => verdict.compare(name, due, article),
                None => verdict.wrong.push(format!("article {} missing", at + 1)),
            }
        }
        for words in &expected.oddities {
            let is_told = imported.oddities.iter().any(|oddity| oddity.to_string().contains(words));
            verdict.count("oddity", is_told, || format!("“{words}” is not told"));
        }
        verdict
    }

    fn compare(&mut self, name: &str, due: &ExpectedArticle, found: &Article) {
        let paragraphs: Vec<&str> = found.paragraphs().map(|(_, paragraph)| paragraph).collect();
        let published = due.published.as_deref().map(|time| Timestamp::parse(time).expect("a time of the sidecar"));
        // Where nothing names the outlet, the file's name stands for it, the member's in an archive.
        let file = found.source.member.as_deref().unwrap_or(name);
        match &due.outlet {
            Some(outlet) => self.text("outlet", Some(outlet), Some(&found.outlet)),
            None => self.count("outlet", is_of_file(&found.outlet, file), || format!("“{}”", found.outlet)),
        }
        self.text("title", due.title.as_deref(), Some(found.title.as_str()).filter(|title| !title.is_empty()));
        self.text("byline", due.byline.as_deref(), found.byline.as_deref());
        self.text("section", due.section.as_deref(), found.section.as_deref());
        self.text(
            "published",
            published.as_ref().map(Timestamp::as_str),
            found.published.as_ref().map(Timestamp::as_str),
        );
        self.text("url", due.url.as_deref(), found.url.as_deref());
        self.text("language", due.language.as_deref(), Some(found.language.as_str()).filter(|code| *code != "und"));
        let (due_count, count) = (due.paragraphs, paragraphs.len());
        self.count("paragraphs", due_count == count, || format!("{count} for {due_count}"));
        self.text("first paragraph", Some(&due.first), paragraphs.first().copied());
        self.text("last paragraph", Some(&due.last), paragraphs.last().copied());
        self.dated += usize::from(published.is_some());
        let is_day_right = day(published.as_ref()) == day(found.published.as_ref());
        self.day_right += usize::from(published.is_some() && is_day_right);
    }

    fn text(&mut self, field: &str, due: Option<&str>, found: Option<&str>) {
        self.count(field, due == found, || format!("“{}”", shortened(found.unwrap_or("nothing"))));
    }

    fn count(&mut self, field: &str, is_right: bool, found: impl Fn() -> String) {
        match is_right {
            true => self.right += 1,
            false => self.wrong.push(format!("{field}: {}", found())),
        }
    }
}

fn day(time: Option<&Timestamp>) -> Option<&str> {
    time.and_then(|time| time.as_str().split('T').next())
}

/// Whether `outlet` is made of the name of `file`, in whatever case and with whatever between its words.
fn is_of_file(outlet: &str, file: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(file).contains(&letters(outlet))
}

fn shortened(text: &str) -> String {
    const CHARS: usize = 60;
    let text = text.replace('|', "\\|").replace('\n', " ");
    if text.chars().count() <= CHARS { text } else { text.chars().take(CHARS).chain(['…']).collect() }
}

fn page(verdicts: &BTreeMap<(String, String), Verdict>) -> String {
    let sum = |count: fn(&Verdict) -> usize| verdicts.values().map(count).sum::<usize>();
    let (articles, right, wrong) = (sum(|one| one.articles), sum(|one| one.right), sum(|one| one.wrong.len()));
    let (dated, days) = (sum(|one| one.dated), sum(|one| one.day_right));
    let mut page = format!(
        "# What is read, and how well\n\n\
         Written by `UPDATE_FORMATS=1 cargo test -p ingest --test fixtures` from the files in `crates/ingest/fixtures`; \
         the test fails when a reader gives something else than stands here. The fixtures are ours, made after real \
         files of each format, about invented events; beside each lies what a careful person reads in it.\n\n\
         Fields of an article: outlet, title, byline, section, published (with the precision that the file gives), URL, \
         language, number of paragraphs, first and last paragraph word for word. A field that the file does not state \
         must stay empty. Beside these count the number of articles and the oddities that are to be told.\n\n\
         All together: {} fixtures, {articles} articles, {right} fields right, {wrong} wrong; the day of publication is \
         right for {days} of {dated} articles that state one.\n\n\
         | format | fixture | articles | right | wrong |\n|---|---|---:|---:|---|\n",
        verdicts.len()
    );
    for ((format, name), verdict) in verdicts {
        let wrong = verdict.wrong.join("; ");
        writeln!(page, "| {format} | {name} | {} | {} | {wrong} |", verdict.articles, verdict.right).expect("memory");
    }
    page
}
