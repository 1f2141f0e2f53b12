//! The specifications of Microsoft Recognizers-Text: texts and what is to be found in them.

use crate::steps::{Failure, root};
use serde_json::Value;
use std::fs;

const FOLDER: &str = "../shared/eval/numbers";

/// A text and what is to be found in it.
pub(super) struct Spec {
    pub(super) input: String,
    /// The moment from which it is told.
    pub(super) reference: Option<String>,
    pub(super) expected: Vec<Expected>,
}

/// One thing to be found.
pub(super) struct Expected {
    pub(super) text: String,
    pub(super) type_name: String,
    /// What it resolves to, as the suite writes it.
    pub(super) resolution: Value,
}

impl Expected {
    /// A field of its resolution; empty where there is none.
    pub(super) fn field(&self, name: &str) -> &str {
        self.resolution[name].as_str().unwrap_or("")
    }
}

/// The cases of one file of the suite.
pub(super) fn specs(name: &str) -> Result<Vec<Spec>, Failure> {
    let path = root().join(FOLDER).join(name);
    let failure = |error: String| Failure::new(format!("{}: {error}", path.display()), "Put the suite's files there.");
    let text = fs::read_to_string(&path).map_err(|error| failure(error.to_string()))?;
    let cases: Vec<Value> =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| failure(error.to_string()))?;
    Ok(cases.iter().map(spec).collect())
}

fn spec(case: &Value) -> Spec {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let expected = |result: &Value| Expected {
        text: text(&result["Text"]),
        type_name: text(&result["TypeName"]),
        resolution: result["Resolution"].clone(),
    };
    Spec {
        input: text(&case["Input"]),
        reference: case["Context"]["ReferenceDateTime"].as_str().map(str::to_owned),
        expected: case["Results"].as_array().into_iter().flatten().map(expected).collect(),
    }
}
