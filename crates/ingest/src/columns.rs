//! Which column of a table holds what.

/// Names of columns as the table spells them, for tables whose names are not the usual ones. A
/// field that is `None` is looked for under its usual names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap {
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub body: Option<String>,
}

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Outlet,
    Title,
    Byline,
    Published,
    Modified,
    Url,
    Language,
    Body,
}

impl Field {
    pub(crate) const ALL: [Field; 8] = [
        Field::Outlet,
        Field::Title,
        Field::Byline,
        Field::Published,
        Field::Modified,
        Field::Url,
        Field::Language,
        Field::Body,
    ];
}

/// Usual names, spelled as [`folded`] spells them; the earlier ones win where a table has several.
#[rustfmt::skip] // a list of words
const USUAL: &[(Field, &[&str])] = &[
    (
        Field::Outlet,
        &["outlet", "publication", "publisher", "newspaper", "source", "sourcename", "publicationname", "medium", "media", "medianame", "site", "sitename", "website", "domain", "sourcedomain"],
    ),
    (Field::Title, &["title", "headline", "articletitle", "head"]),
    (Field::Byline, &["byline", "author", "authors", "creator", "writer", "journalist"]),
    (
        Field::Published,
        &["published", "publishedat", "publishedon", "publishdate", "publisheddate", "datepublished", "datepublish", "publicationdate", "pubdate", "publishtime", "publicationtime", "date", "datetime", "timestamp", "articledate", "time", "created", "createdat"],
    ),
    (
        Field::Modified,
        &["modified", "updated", "modifiedat", "updatedat", "datemodified", "datemodify", "dateupdated", "lastmodified", "lastupdated", "modifieddate", "updateddate"],
    ),
    (Field::Url, &["url", "link", "articleurl", "sourceurl", "canonicalurl", "permalink", "weburl", "href", "uri"]),
    (Field::Language, &["language", "lang", "languagecode"]),
    (
        Field::Body,
        &["body", "text", "fulltext", "maintext", "articlebody", "articletext", "bodytext", "content", "contents", "articlecontent", "cleantext", "plaintext", "bodyhtml", "contenthtml", "html", "article", "story"],
    ),
];

impl ColumnMap {
    /// Which of `columns` can hold `field`, the likeliest first: the mapped one, else those with
    /// usual names.
    pub(crate) fn find(&self, field: Field, columns: &[String]) -> Vec<usize> {
        let called = |name: &str| columns.iter().position(|column| folded(column) == folded(name));
        match self.mapped(field) {
            Some(name) => {
                columns.iter().position(|column| column == name).or_else(|| called(name)).into_iter().collect()
            }
            None => usual(field).iter().filter_map(|name| called(name)).collect(),
        }
    }

    fn mapped(&self, field: Field) -> Option<&str> {
        match field {
            Field::Outlet => &self.outlet,
            Field::Title => &self.title,
            Field::Byline => &self.byline,
            Field::Published => &self.published,
            Field::Modified => &self.modified,
            Field::Url => &self.url,
            Field::Language => &self.language,
            Field::Body => &self.body,
        }
        .as_deref()
    }
}

fn usual(field: Field) -> &'static [&'static str] {
    USUAL.iter().find(|(other, _)| *other == field).map_or(&[], |(_, names)| names)
}

/// A column's name without case, blanks and punctuation: `Publication Date` is `publication_date`.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: &[&str], field: Field, expected: &[usize]) {
        assert_eq!(ColumnMap::default().find(field, &named(columns)), expected, "{field:?} in {columns:?}");
    }

    fn named(columns: &[&str]) -> Vec<String> {
        columns.iter().map(|&column| column.to_owned()).collect()
    }

    #[test]
    fn usual_names_are_known_in_any_spelling() {
        check(&["ID", "Full Text"], Field::Body, &[1]);
        check(&["full_text"], Field::Body, &[0]);
        check(&["Publication-Date"], Field::Published, &[0]);
        check(&["PubDate"], Field::Published, &[0]);
        check(&["newspaper"], Field::Outlet, &[0]);
        check(&["notes"], Field::Body, &[]);
    }

    #[test]
    fn the_more_telling_name_wins() {
        check(&["content", "body"], Field::Body, &[1, 0]);
        check(&["source", "outlet"], Field::Outlet, &[1, 0]);
    }

    #[test]
    fn a_mapped_column_is_taken_in_place_of_the_usual_one() {
        let columns = ColumnMap { body: Some("Texte".into()), ..ColumnMap::default() };
        assert_eq!(columns.find(Field::Body, &named(&["body", "Texte"])), [1]);
        assert_eq!(columns.find(Field::Body, &named(&["body", "TEXTE"])), [1]);
        assert_eq!(columns.find(Field::Body, &named(&["body"])), [0; 0]);
    }
}
