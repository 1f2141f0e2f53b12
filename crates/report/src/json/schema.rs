//! What is printed, held to docs/interchange.schema.json.

use super::*;
use crate::{
    Choice, Format,
    invented::{Invented, everything, ferry, hostile},
    synopsis::Filter,
};
use jsonschema::Validator;
use serde_json::{from_slice, from_str};
use std::ops::ControlFlow;
use story::Remedy;

fn schema() -> Validator {
    let schema: Value = from_str(include_str!("../../../../docs/interchange.schema.json")).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

fn compared(invented: &Invented) -> Value {
    from_slice(&comparisons(&[invented.account()])).expect("it is JSON")
}

fn check(document: &Value) {
    let told: Vec<String> = schema().iter_errors(document).map(|error| error.to_string()).collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn comparisons_are_as_the_schema_says() {
    check(&compared(&everything()));
    check(&compared(&hostile()));
    let anonymous = Choice { anonymous: true, ..Choice::of(Filter::all()) };
    let written =
        Format::Json.write(everything().account(), &anonymous, &|| ControlFlow::Continue(())).expect("no PDF");
    check(&from_slice(&written).expect("it is JSON"));
}

#[test]
fn stories_and_what_was_read_are_as_the_schema_says() {
    let invented = ferry();
    check(&from_slice(&stories(&[(invented.story.clone(), invented.articles.clone())])).expect("it is JSON"));
    let oddities = [Oddity::about("a.zip", Remedy::FetchAgain, "Damaged.", "").at(2)];
    check(&from_slice(&extract(&invented.articles, &oddities)).expect("it is JSON"));
}

#[test]
fn what_the_schema_does_not_say_is_refused() {
    let spoilt: [(&str, Value); 7] = [
        ("/stories/0/divergences/0/kind", json!("mood")),
        ("/stories/0/divergences/0/relation", json!("Conflict")),
        ("/stories/0/divergences/0/score", json!(1.2)),
        ("/stories/0/divergences/0/readings/0/evidence/0/start", json!("0")),
        ("/stories/0/claims/0/id", json!("first")),
        ("/stories/0/articles/0/published", json!("4 May 2031")),
        ("/schema", json!(2)),
    ];
    let schema = schema();
    for (place, value) in spoilt {
        let mut document = compared(&everything());
        *document.pointer_mut(place).expect("it is there") = value;
        assert!(!schema.is_valid(&document), "{place}");
    }
    let mut document = compared(&everything());
    document["stories"][0]["claims"][0].as_object_mut().expect("a claim").remove("end");
    assert!(!schema.is_valid(&document));
}

#[test]
fn fields_may_be_added() {
    let mut document = compared(&everything());
    document["stories"][0]["claims"][0]["mood"] = json!("calm");
    check(&document);
}
