//! The commands through Tauri's own IPC with its mock runtime: no display, no web view.

use serde_json::{Value, json};
use tauri::{
    App, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets},
    webview::InvokeRequest,
};

fn window() -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let builder = rashomon_desktop::with_commands(mock_builder());
    let app = builder.build(mock_context(noop_assets())).expect("the mock runtime builds");
    let window = WebviewWindowBuilder::new(&app, "main", Default::default()).build().expect("a mock window opens");
    (app, window)
}

fn ask(name: &str, request: &Value) -> Result<Value, Value> {
    let (_app, window) = window();
    let request = InvokeRequest {
        cmd: name.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().expect("a valid URL"),
        body: InvokeBody::Json(json!({ "request": request })),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(&window, request).map(|body| body.deserialize().expect("answers are JSON"))
}

#[test]
fn the_sample_answers_with_seven_outlets_and_rows() {
    let view = ask("open_sample", &json!({})).expect("the sample opens");
    assert_eq!(view["articles"].as_array().map(Vec::len), Some(7), "{}", view["oddities"]);
    assert!(view["rows"].as_array().is_some_and(|rows| rows.len() > 5));
}

#[test]
fn files_that_hold_no_article_are_a_failure_of_that_kind() {
    let failure =
        ask("compare_files", &json!({ "paths": ["there/is/no/such/file.txt"] })).expect_err("nothing to compare");
    assert_eq!(failure["kind"], "nothing_to_compare");
    assert!(failure["message"].as_str().is_some_and(|message| message.contains("there/is/no/such/file.txt")));
}
