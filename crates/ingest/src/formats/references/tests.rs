use super::*;
use crate::{Bounds, ColumnMap, Watch, formats::told_by, nesting::Nesting};
use std::sync::Arc;

const PAGE: &[u8] = b"Ferry hall falls in\n\nAt least 14 people died when the roof of the ferry hall fell in on Saturday, the fire service said.\n\nRescuers searched through the night.";

fn read(name: &str, text: &str) -> Found {
    let (bounds, columns) = (Bounds::default(), ColumnMap::default());
    let beside = |name: &str| (name == "files/12/page 1.txt").then(|| PAGE.to_vec());
    let watch = Watch { beside: Arc::new(beside), ..Watch::default() };
    let nesting = Nesting::outermost(&bounds, watch);
    let file = File { name, bytes: text.as_bytes(), bounds: &bounds, columns: &columns, nesting: &nesting };
    (told_by(&file).read)(&file).unwrap_or_else(|oddity| panic!("{oddity}"))
}

fn check(draft: &Draft, expected: [&str; 5]) {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let published = draft.published.as_ref().map_or("", Timestamp::as_str);
    let found = [draft.title.as_str(), &text(&draft.outlet), &text(&draft.byline), published, &text(&draft.url)];
    assert_eq!(found, expected);
}

fn told(found: &Found) -> Vec<&str> {
    found.oddities.iter().map(|oddity| oddity.what.as_str()).collect()
}

const BARE: &str = "1 reference has no full text; a reference or an abstract is not compared.";

#[test]
fn a_note_marked_as_full_text_is_the_article() {
    let found = read(
        "a.ris",
        "TY  - NEWS\r\nTI  - Ferry hall falls in\r\nAU  - Doe, Jane\r\nAU  - Roe, John\r\nT2  - The Alder Post\r\nPY  - 2031\r\nDA  - 2031/05/03/\r\nUR  - https://alderpost.example/1\r\nLA  - eng\r\nN1  - Full text: The roof fell in.\r\n\r\nFourteen died.\r\nER  - \r\n\r\nTY  - NEWS\r\nTI  - Toll rises\r\nAB  - It rose.\r\nER  - \r\n",
    );
    let (entry, draft) = &found.drafts[0];
    check(
        draft,
        ["Ferry hall falls in", "The Alder Post", "Jane Doe, John Roe", "2031-05-03", "https://alderpost.example/1"],
    );
    assert_eq!(
        (*entry, draft.paragraphs.as_slice()),
        (1, ["The roof fell in.".to_owned(), "Fourteen died.".to_owned()].as_slice())
    );
    assert_eq!(told(&found), [BARE]);
}

#[test]
fn an_attached_file_is_the_article_and_the_reference_names_it() {
    let found = read(
        "a.bib",
        "@article{doe2031,\n title = {{Ferry} hall in {Velmora} falls in},\n journal = {The Alder Post},\n author = {Doe, Jane and van der Berg, Bo},\n year = {2031}, month = may, day = {3},\n url = {https://alderpost.example/1},\n file = {Snapshot:files/12/page 1.txt:text/plain}\n}\n@online{x, title={Toll rises}, date={2031-05-04}, file={:files/14/none.pdf:PDF}}\n",
    );
    let inner = &found.inner[0];
    check(
        &inner.found.drafts[0].1,
        [
            "Ferry hall in Velmora falls in",
            "The Alder Post",
            "Jane Doe, Bo van der Berg",
            "2031-05-03",
            "https://alderpost.example/1",
        ],
    );
    assert_eq!(
        (inner.entry, inner.name.as_str(), inner.found.drafts[0].1.paragraphs.len()),
        (1, "files/12/page 1.txt", 2)
    );
    assert_eq!(
        told(&found),
        ["The file “files/14/none.pdf” that is attached to a reference was not found beside the list."]
    );
}

#[test]
fn a_broken_entry_does_not_take_the_others_along() {
    let found = read(
        "a.bib",
        "@article{a, title = {One}, note = {Full text: It fell.}}\n@article{b, title = {Two\n@article{c, title = {Three}, note = {Full text: It rose.}}\n",
    );
    assert_eq!(found.drafts.iter().map(|(_, draft)| draft.title.as_str()).collect::<Vec<_>>(), ["One", "Three"]);
    assert_eq!(told(&found), ["1 entry of the list is broken and missing here."]);
}

#[test]
fn csl_json_is_a_list_of_references_and_no_table() {
    let found = read(
        "a.json",
        r#"[{"id": "1", "type": "article-newspaper", "title": "Ferry hall falls in", "container-title": "The Alder Post", "URL": "https://alderpost.example/1",
        "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [["2031", 5, 3]]}, "note": "Full text: It fell."},
        {"id": "2", "type": "webpage", "title": "Toll rises", "abstract": "It rose."}]"#,
    );
    check(
        &found.drafts[0].1,
        ["Ferry hall falls in", "The Alder Post", "Jane Doe", "2031-05-03", "https://alderpost.example/1"],
    );
    assert_eq!(told(&found), [BARE]);
}

#[test]
fn zotero_points_to_outlets_notes_and_files() {
    let found = read(
        "a.rdf",
        r##"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
        <bib:Article rdf:about="https://alderpost.example/1"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>The Alder Post</dc:title></bib:Newspaper></dcterms:isPartOf>
        <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Doe</foaf:surname><foaf:givenName>Jane</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
        <link:link rdf:resource="#item_12"/><dc:title>Ferry hall falls in</dc:title><dc:date>2031-05-03</dc:date></bib:Article>
        <z:Attachment rdf:about="#item_12"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/12/page%201.txt"/><dc:title>Snapshot</dc:title></z:Attachment>
        <bib:Document rdf:about="#item_14"><z:itemType>webpage</z:itemType><dc:title>Toll rises</dc:title><dcterms:isReferencedBy rdf:resource="#item_15"/></bib:Document>
        <bib:Memo rdf:about="#item_15"><rdf:value>&lt;p&gt;Full text: It rose.&lt;/p&gt;</rdf:value></bib:Memo></rdf:RDF>"##,
    );
    check(
        &found.inner[0].found.drafts[0].1,
        ["Ferry hall falls in", "The Alder Post", "Jane Doe", "2031-05-03", "https://alderpost.example/1"],
    );
    assert_eq!(
        (found.drafts[0].1.title.as_str(), found.drafts[0].1.paragraphs.as_slice()),
        ("Toll rises", ["It rose.".to_owned()].as_slice())
    );
}

#[test]
fn entries_that_lead_in_a_circle_or_double_without_end_do_no_harm() {
    let circle = "@article{a, title={One}, crossref={b}, note={Full text: It fell.}}\n@article{b, title={Two}, CrossRef = {a}, xdata={b}}\n";
    let found = read("a.bib", circle);
    assert_eq!((found.drafts.len(), told(&found)), (1, vec![BARE]));
    let doubling: String = (1..60).map(|n| format!("@string{{s{n} = s{} # s{}}}\n", n - 1, n - 1)).collect();
    let found = read("a.bib", &format!("@string{{s0 = \"aaaaaaaa\"}}\n{doubling}@article{{x, title = {{One}}}}\n"));
    assert_eq!(told(&found), ["59 entries of the list are broken and missing here.", BARE]);
}
