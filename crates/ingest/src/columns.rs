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

/// Usual names, spelled as [`folded`] spells them; the earlier ones win where a table has several.
const USUAL: &[(Field, &[&str])] = &[
    (
        Field::Outlet,
        &[
            "outlet",
            "publication",
            "publisher",
            "newspaper",
            "source",
            "sourcename",
            "publicationname",
            "medium",
            "media",
            "medianame",
            "site",
            "sitename",
            "website",
            "domain",
            "sourcedomain",
        ],
    ),
    (Field::Title, &["title", "headline", "articletitle", "head"]),
    (Field::Byline, &["byline", "author", "authors", "creator", "writer", "journalist"]),
    (
        Field::Published,
        &[
            "published",
            "publishedat",
            "publishedon",
            "publishdate",
            "publisheddate",
            "datepublished",
            "datepublish",
            "publicationdate",
            "pubdate",
            "publishtime",
            "publicationtime",
            "date",
            "datetime",
            "timestamp",
            "articledate",
            "time",
            "created",
            "createdat",
        ],
    ),
    (
        Field::Modified,
        &[
            "modified",
            "updated",
            "modifiedat",
            "updatedat",
            "datemodified",
            "datemodify",
            "dateupdated",
            "lastmodified",
            "lastupdated",
            "modifieddate",
            "updateddate",
        ],
    ),
    (Field::Url, &["url", "link", "articleurl", "sourceurl", "canonicalurl", "permalink", "weburl", "href", "uri"]),
    (Field::Language, &["language", "lang", "languagecode"]),
    (
        Field::Body,
        &[
            "body",
            "text",
            "fulltext",
            "maintext",
            "articlebody",
            "articletext",
            "bodytext",
            "content",
            "contents",
            "articlecontent",
            "cleantext",
            "plaintext",
            "bodyhtml",
            "contenthtml",
            "html",
            "article",
            "story",
        ],
    ),
];

impl ColumnMap {
    /// Which of `columns` holds `field`: the mapped one, else the first of the usual names.
    pub(crate) fn find(&self, field: Field, columns: &[impl AsRef<str>]) -> Option<usize> {
        let position = |wanted: &str| {
            columns.iter().position(|column| folded(column.as_ref()) == folded(wanted) && !wanted.is_empty())
        };
        match self.mapped(field) {
            Some(name) => columns.iter().position(|column| column.as_ref() == name).or_else(|| position(name)),
            None => usual(field).iter().find_map(|name| position(name)),
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

    fn check(columns: &[&str], field: Field, expected: Option<usize>) {
        assert_eq!(ColumnMap::default().find(field, columns), expected, "{field:?} in {columns:?}");
    }

    #[test]
    fn usual_names_are_known_in_any_spelling() {
        check(&["ID", "Full Text"], Field::Body, Some(1));
        check(&["full_text"], Field::Body, Some(0));
        check(&["Publication-Date"], Field::Published, Some(0));
        check(&["PubDate"], Field::Published, Some(0));
        check(&["newspaper"], Field::Outlet, Some(0));
        check(&["notes"], Field::Body, None);
    }

    #[test]
    fn the_more_telling_name_wins() {
        check(&["content", "body"], Field::Body, Some(1));
        check(&["source", "outlet"], Field::Outlet, Some(1));
    }

    #[test]
    fn a_mapped_column_is_taken_in_place_of_the_usual_one() {
        let columns = ColumnMap { body: Some("Texte".into()), ..ColumnMap::default() };
        assert_eq!(columns.find(Field::Body, &["body", "Texte"]), Some(1));
        assert_eq!(columns.find(Field::Body, &["body", "TEXTE"]), Some(1));
        assert_eq!(columns.find(Field::Body, &["body"]), None);
    }
}
