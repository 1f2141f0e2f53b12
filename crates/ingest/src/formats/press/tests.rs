use super::*;

fn cuts(text: &str) -> Vec<Cut> {
    let lines: Vec<String> = text.lines().map(crate::plain::one_line).filter(|line| !line.is_empty()).collect();
    let database = DATABASES.iter().find(|database| (database.made)(&lines)).expect("a press database made it");
    (database.articles)(&lines)
}

fn check(cut: &Cut, outlet: &str, title: &str, published: Option<&str>, paragraphs: &[&str]) {
    let draft = &cut.draft;
    assert_eq!((draft.outlet.as_deref(), draft.title.as_str()), (Some(outlet), title));
    assert_eq!(draft.published.as_ref().map(Timestamp::as_str), published, "{title}");
    assert_eq!(draft.paragraphs, paragraphs, "{title}");
}

#[test]
fn a_cover_and_what_is_indexed_are_no_part_of_a_nexis_article() {
    let cuts = cuts(
        "User Name: Ana Lee\nDate and Time: Sunday, May 4, 2031 9:00 AM BST\nDocuments (2)\n1. Ferry sinks off Port Alder\n2. Toll rises\n\
        Ferry sinks off Port Alder\nThe Alder Post\nMay 3, 2031 Saturday 14:05 GMT\nCopyright 2031 Alder Post Ltd All Rights Reserved\n\
        Section: NEWS; Pg. 4\nLength: 12 words\nByline: By Jane Doe\nBody\nA ferry sank.\nLocation: unknown, they said.\nClassification\nLanguage: ENGLISH\n\
        Load-Date: May 4, 2031\nEnd of Document\nToll rises\nHarbour Star\nSaturday, May 3, 2031\nLength: 3 words\nBody\nMore died.\nLoad-Date: May 5, 2031\nEnd of Document",
    );
    assert_eq!(cuts.len(), 2);
    check(
        &cuts[0],
        "The Alder Post",
        "Ferry sinks off Port Alder",
        Some("2031-05-03T14:05Z"),
        &["A ferry sank.", "Location: unknown, they said."],
    );
    assert_eq!(
        (cuts[0].draft.byline.as_deref(), cuts[0].draft.language.as_deref()),
        (Some("Jane Doe"), Some("ENGLISH"))
    );
    check(&cuts[1], "Harbour Star", "Toll rises", Some("2031-05-03"), &["More died."]);
}

#[test]
fn an_older_nexis_bundle_is_cut_at_its_numbers() {
    let cuts = cuts(
        "1 of 2 DOCUMENTS\nThe Alder Post\nMay 3, 2031 Saturday\nFirst Edition\nFerry sinks\nBYLINE: JANE DOE\nSECTION: NEWS\nLENGTH: 9 words\nA ferry sank.\n\
        LOAD-DATE: May 4, 2031\nLANGUAGE: ENGLISH\nCopyright 2031 Alder Post\nAll Rights Reserved\n2 of 2 DOCUMENTS\nHarbour Star\nMay 4, 2031 Sunday\nToll rises\nLENGTH: 2 words\nMore died.",
    );
    check(&cuts[0], "The Alder Post", "Ferry sinks", Some("2031-05-03"), &["A ferry sank."]);
    check(&cuts[1], "Harbour Star", "Toll rises", Some("2031-05-04"), &["More died."]);
}

#[test]
fn a_nexis_article_without_its_end_is_told() {
    let cuts = cuts(
        "Toll rises\nHarbour Star\nMay 3, 2031\nLength: 3 words\nBody\nMore died.\nEnd of Document\nFerry\nStar\nMay 3, 2031\nLength: 3 words\nBody\nA ferry",
    );
    assert_eq!(cuts.iter().map(|cut| cut.is_open).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn factiva_fields_are_read_by_their_codes() {
    let text = "HD\nFerry sinks\nBY\nBy Jane Doe\nWC\n12 words\nPD\n3 May 2031\nET\n14:05\nSN\nThe Alder Post\nLA\nEnglish\nLP\nA ferry sank.\nTD\nTD Bank said nothing.\nCO\nalder\nAN\nDocument ALDPST0020310503e7530001";
    check(
        &cuts(text)[0],
        "The Alder Post",
        "Ferry sinks",
        Some("2031-05-03T14:05"),
        &["A ferry sank.", "TD Bank said nothing."],
    );
    let beside = "HD Ferry sinks\nBY By Jane Doe\nWC 12 words\nPD 3 May 2031\nSN The Alder Post\nLA English\nLP A ferry sank.\nTD The bank said nothing.\nSN Brussel agreed.\nAN Document ALDPST0020310503e7530001";
    check(
        &cuts(beside)[0],
        "The Alder Post",
        "Ferry sinks",
        Some("2031-05-03"),
        &["A ferry sank.", "The bank said nothing.", "SN Brussel agreed."],
    );
}

#[test]
fn factiva_fields_are_read_by_their_place() {
    let cuts = cuts(
        "News\nFerry sinks off Port Alder\nJane Doe\n1,012 words\n3 May 2031\n14:05\nThe Alder Post\nALDPST\nFirst\n4\nEnglish\n© 2031 Alder Post. All rights reserved.\nA ferry sank.\n\
        Document ALDPST0020310503e7530001\nWorld\nToll Rises\n12 words\n4 May 2031\nHarbour Star\nHRBST\nMore died.\nDocument HRBST00020310504e7540001\nSearch Summary\nText ferry",
    );
    assert_eq!(cuts.len(), 2);
    check(&cuts[0], "The Alder Post", "Ferry sinks off Port Alder", Some("2031-05-03T14:05"), &["A ferry sank."]);
    assert_eq!(cuts[0].draft.byline.as_deref(), Some("Jane Doe"));
    check(&cuts[1], "Harbour Star", "Toll Rises", Some("2031-05-04"), &["More died."]);
    assert_eq!(cuts[1].draft.byline, None);
}

#[test]
fn a_text_of_proquest_ends_where_fields_follow_each_other() {
    let cuts = cuts(
        "____________________\nDocument 1 of 1\nFerry sinks\nAuthor: Doe, Jane\nFull text: A ferry sank.\nLocation: unknown, they said.\nIt was late.\nSo it went.\nNobody came.\n\
        Subject: Ferries\nLocation: Port Alder\nPublication title: The Alder Post; Port Alder\nPublication date: May 3, 2031\nLanguage of publication: English\nProQuest document ID: 123\n____________________",
    );
    assert_eq!(cuts.len(), 1);
    let text = ["A ferry sank.", "Location: unknown, they said.", "It was late.", "So it went.", "Nobody came."];
    check(&cuts[0], "The Alder Post", "Ferry sinks", Some("2031-05-03"), &text);
    assert_eq!(cuts[0].draft.byline.as_deref(), Some("Jane Doe"));
}

#[test]
fn a_europresse_pdf_is_cut_at_its_numbers() {
    let cuts = cuts(
        "Documents sauvegardés\nSamedi 3 mai 2031\nLe Courrier • p. 4 • 512 mots\nUn ferry « neuf » coule\nJeanne Dupont\nUn ferry a coulé.\n© 2031 Le Courrier. Tous droits réservés.\nnews·20310503·LC·0123456\n\
        Dimanche 4 mai 2031\nL'Étoile du port, no. 1204 • p. 1\nLe bilan monte\nD'autres sont morts.\nTous droits réservés.\nnews·20310504·EP·0123457",
    );
    check(&cuts[0], "Le Courrier", "Un ferry « neuf » coule", Some("2031-05-03"), &["Un ferry a coulé."]);
    assert_eq!(cuts[0].draft.byline.as_deref(), Some("Jeanne Dupont"));
    check(&cuts[1], "L'Étoile du port", "Le bilan monte", Some("2031-05-04"), &["D'autres sont morts."]);
}

#[test]
fn an_ordinary_text_is_no_export() {
    for text in [
        "Ferry sinks\nLength: 90 metres\nThe ferry sank.",
        "End of Document",
        "Title: Ferry\n____________________\nAuthor: Doe",
    ] {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        assert!(!DATABASES.iter().any(|database| (database.made)(&lines)), "{text}");
    }
}
