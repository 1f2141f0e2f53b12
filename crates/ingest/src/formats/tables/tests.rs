//! Tables through the front door: bytes in, articles and oddities out.

use crate::{Bounds, Field, Imported, read, read_mapped};
use story::Remedy;

/// Entry, outlet, title, date and body of each article, one a line; then the oddities' entries,
/// remedies and texts.
fn check(name: &str, bytes: impl AsRef<[u8]>, expected: &[&str]) {
    assert_eq!(told(&read(name, bytes.as_ref(), &Bounds::default())), expected, "{name}");
}

fn told(imported: &Imported) -> Vec<String> {
    let articles = imported.articles.iter().map(|article| {
        let published = article.published.as_ref().map_or("-", |published| published.as_str());
        let body = article.body.replace('\n', "¶");
        format!("{} {} | {} | {published} | {body}", article.source.entry, article.outlet, article.title)
    });
    let oddities = imported.oddities.iter().map(|oddity| {
        let entry = oddity.entry.map_or(String::new(), |entry| format!("{entry} "));
        format!("{entry}{:?}: {}", oddity.remedy, oddity.what)
    });
    articles.chain(oddities).collect()
}

#[test]
fn a_line_of_jsonl_is_an_article_and_blank_lines_count() {
    check(
        "news.jsonl",
        "\u{feff}{\"outlet\": \"Post\", \"title\": \"Sunk\", \"published\": \"2022-04-12\", \"body\": \"One.\\n\\nTwo.\"}\n\n{\"source\": \"Star\", \"headline\": \"Gone\", \"text\": \"Three.\"}\n",
        &["1 Post | Sunk | 2022-04-12 | One.¶¶Two.", "3 Star | Gone | - | Three."],
    );
}

#[test]
fn a_bad_line_costs_itself_alone() {
    check(
        "news.jsonl",
        "{\"outlet\": \"Post\", \"body\": \"One.\"}\n{\"outlet\": \"Sta\nnonsense\n{\"outlet\": \"Star\", \"body\": \"\"}\n{\"outlet\": \"Echo\", \"body\": \"Two.\"}",
        &[
            "1 Post |  | - | One.",
            "5 Echo |  | - | Two.",
            "2 FetchAgain: This line ends in the middle of its JSON.",
            "3 FetchAgain: This line is not a JSON object (column 2).",
            "4 FetchAgain: This line has no text.",
        ],
    );
}

#[test]
fn a_list_of_objects_is_found_within_an_answer_of_a_service() {
    let articles = r#"[{"source": {"id": "post", "name": "The Post"}, "author": ["A. Poe", "B. Roe"], "title": "Sunk",
        "publishedAt": "2022-04-12T14:05:30Z", "content": "<p>One.</p><p>Two.</p>"}, 7]"#;
    let expected =
        ["1 The Post | Sunk | 2022-04-12T14:05:30Z | One.¶¶Two.", "2 FetchAgain: This item is no object with fields."];
    check("a.json", articles, &expected);
    check("a.json", format!(r#"{{"status": "ok", "articles": {articles}}}"#), &expected);
    check("a.txt", format!(r#"{{"response": {{"status": "ok", "results": {articles}}}}}"#), &expected);
}

#[test]
fn one_object_is_one_article() {
    check(
        "a.json",
        "{\n \"title\": \"Sunk\",\n \"site\": \"post.example\",\n \"maintext\": \"One.\"\n}",
        &["1 post.example | Sunk | - | One."],
    );
}

#[test]
fn json_that_is_cut_short_is_to_be_fetched_again() {
    check("a.json", r#"[{"title": "Sunk", "body": "One."#, &["FetchAgain: This file ends in the middle of its JSON."]);
}

#[test]
fn json_nested_a_hundred_thousand_levels_is_refused() {
    let deep = format!("[{{\"body\": {}", "[".repeat(100_000));
    check("a.json", deep, &["FetchAgain: This file is nested too deeply to be read."]);
    let line = format!("{{\"body\": {}\n{{\"body\": \"One.\"}}", "{\"a\":".repeat(100_000));
    check("a.jsonl", line, &["2 a |  | - | One.", "1 FetchAgain: This line is nested too deeply to be read."]);
}

#[test]
fn records_count_from_one_and_quoted_line_breaks_stay_in_their_cell() {
    check(
        "news.csv",
        "Outlet,Headline,Publication Date,Full Text\r\nPost,\"Sunk, they say\",12 April 2022,\"One \"\"ship\"\".\r\n\r\nTwo.\"\r\nStar,Gone,\"April 13, 2022\",Three.\r\n",
        &["1 Post | Sunk, they say | 2022-04-12 | One \"ship\".¶¶Two.", "2 Star | Gone | 2022-04-13 | Three."],
    );
}

#[test]
fn the_delimiter_is_told_by_the_content() {
    for delimiter in ["\t", ";", "|", ","] {
        let rows = ["source|title|body", "Post|Sunk|One."].map(|row| row.replace('|', delimiter)).join("\n");
        check("news.txt", rows, &["1 Post | Sunk | - | One."]);
    }
}

#[test]
fn a_table_is_read_in_its_own_encoding() {
    let rows = "outlet;titre;text\nLe Phare;Évacuation terminée;Le préfet a déclaré que la première évacuation était terminée après l’arrivée des secours.";
    let bytes = encoding_rs::WINDOWS_1252.encode(rows).0.into_owned();
    check(
        "a.csv",
        bytes,
        &[
            "1 Le Phare | Évacuation terminée | - | Le préfet a déclaré que la première évacuation était terminée après l’arrivée des secours.",
        ],
    );
}

#[test]
fn a_date_with_two_meanings_is_told_by_the_other_rows_or_taken_as_a_year() {
    let row = |date: &str| format!("Post,{date},One.\n");
    let head = "outlet,date,text\n";
    check(
        "a.csv",
        format!("{head}{}", row("12/04/2022")),
        &["1 Post |  | 2022 | One.", "1 Check: The date “12/04/2022” can mean two days; only its year was taken."],
    );
    check(
        "a.csv",
        format!("{head}{}{}{}", row("12/04/2022"), row("25/04/2022"), row("soon")),
        &[
            "1 Post |  | 2022-04-12 | One.",
            "2 Post |  | 2022-04-25 | One.",
            "3 Post |  | - | One.",
            "3 Check: The date “soon” could not be read.",
        ],
    );
}

#[test]
fn an_outlet_that_is_not_named_is_the_host_of_the_address() {
    check("a.csv", "url,text\nhttps://www.post.example/a?b,One.\n", &["1 post.example |  | - | One."]);
}

#[test]
fn columns_that_nobody_knows_are_named() {
    check(
        "a.csv",
        "medium,kopf,text_de\nPost,Sunk,One.\n",
        &["MapColumns: None of the table's columns is known to hold the articles' text: “medium”, “kopf”, “text_de”."],
    );
}

#[test]
fn mapped_columns_are_read() {
    check_mapped(
        &[(Field::Body, "text_de"), (Field::Title, "kopf"), (Field::Outlet, "medium")],
        "medium,kopf,text_de\nPost,Sunk,One.\n",
        &["1 Post | Sunk | - | One."],
    );
}

#[test]
fn a_table_with_the_mapped_text_is_one_whatever_its_other_columns() {
    check_mapped(&[(Field::Body, "Inhalt")], "Kopf;Inhalt\nSunk;One.\n", &["1 pasted |  | - | One."]);
}

#[test]
fn a_mapped_column_that_is_not_there_is_told() {
    check_mapped(
        &[(Field::Body, "Inhlat"), (Field::Body, "Text")],
        "title,Inhalt,url\nSunk,One.,\n",
        &["MapColumns: The table has no column “Inhlat” or “Text”; its columns are “title”, “Inhalt”, “url”."],
    );
    check_mapped(
        &[(Field::Title, "Kopf")],
        "outlet,text\nPost,One.\n",
        &[
            "1 Post |  | - | One.",
            "Check: The table has no column “Kopf” for the title; its columns are “outlet”, “text”.",
        ],
    );
}

/// The file's name says nothing about its format.
fn check_mapped(columns: &[(Field, &str)], table: &str, expected: &[&str]) {
    let columns = columns.iter().map(|&(field, name)| (field, name.to_owned())).collect();
    assert_eq!(told(&read_mapped("pasted", table.as_bytes(), &Bounds::default(), &columns)), expected);
}

#[test]
fn a_delimiter_inside_a_text_is_pointed_out() {
    check(
        "a.csv",
        "outlet,text\nPost,One, two.\n",
        &["1 Post |  | - | One", "1 Check: This record has 3 cells under 2 columns."],
    );
}

#[test]
fn a_quotation_that_never_ends_is_pointed_out() {
    check(
        "a.csv",
        "outlet,text\nPost,\"One.\nStar,Two.\n",
        &[
            "1 Post |  | - | One.¶¶Star,Two.",
            "1 Check: A quotation mark is opened here and never closed: the table may be cut short, or rows may have run together.",
        ],
    );
}

#[test]
fn more_rows_than_the_bound_are_left_out_and_said() {
    let bounds = Bounds { entries: 2, ..Bounds::default() };
    let rows = "{\"body\": \"One.\"}\n".repeat(3);
    let imported = read("a.jsonl", rows.as_bytes(), &bounds);
    assert_eq!(imported.articles.len(), 2);
    assert_eq!(imported.oddities[0].remedy, Remedy::Shrink);
}

#[test]
fn the_language_is_what_the_table_says_or_what_the_text_shows() {
    let text = "Das Ministerium teilte mit, dass die Fähre kurz nach dem Auslaufen gesunken sei.";
    let languages = |table: String| {
        let imported = read("a.csv", table.as_bytes(), &Bounds::default());
        imported.articles.into_iter().map(|article| article.language).collect::<Vec<_>>()
    };
    assert_eq!(languages(format!("outlet,lang,text\nA,en-GB,One.\nB,,\"{text}\"\n")), ["en", "de"]);
}
