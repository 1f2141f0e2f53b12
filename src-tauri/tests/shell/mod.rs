//! The shell with the mock runtime, asked and heard as the interface does.

use rashomon_desktop::Home;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    ops::Deref,
    path::Path,
    sync::{Mutex, mpsc},
    time::Duration,
};
use tauri::{
    App, Listener, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets},
    webview::InvokeRequest,
};

const PATIENCE: Duration = Duration::from_secs(60);
const EVENTS: [&str; 3] = ["library_changed", "import_step", "close_asked"];

/// A running program with its page.
pub(crate) struct Shell {
    pub(crate) app: App<MockRuntime>,
    pub(crate) page: Page,
}

/// What a page can do.
pub(crate) struct Page {
    pub(crate) window: WebviewWindow<MockRuntime>,
    heard: BTreeMap<&'static str, Mutex<mpsc::Receiver<Value>>>,
}

impl Shell {
    /// Starts the program with all that it keeps in `folder`.
    pub(crate) fn open(folder: &Path) -> Self {
        let builder = rashomon_desktop::with_home(mock_builder(), Home::in_folder(&folder.join("home")));
        let app = builder.build(mock_context(noop_assets())).expect("the mock runtime builds");
        let window = WebviewWindowBuilder::new(&app, "main", Default::default()).build().expect("a mock window opens");
        let heard = EVENTS.into_iter().map(|name| {
            let (say, heard) = mpsc::channel();
            app.listen_any(name, move |event| {
                let _ = say.send(serde_json::from_str(event.payload()).expect("payloads are JSON"));
            });
            (name, Mutex::new(heard))
        });
        let page = Page { heard: heard.collect(), window };
        Self { app, page }
    }
}

impl Deref for Shell {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Page {
    pub(crate) fn ask(&self, name: &str, request: Value) -> Value {
        answer(&self.window, name, request).unwrap_or_else(|failure| panic!("{name}: {failure}"))
    }

    /// The failure that the command answers with.
    pub(crate) fn refused(&self, name: &str, request: Value) -> Value {
        answer(&self.window, name, request).expect_err("it cannot be done")
    }

    /// Asks and does not wait for the answer.
    pub(crate) fn begin(&self, name: &'static str, request: Value) {
        let window = self.window.clone();
        std::thread::spawn(move || answer(&window, name, request));
    }

    /// Waits until the shell has told `event`.
    pub(crate) fn heard(&self, event: &str) -> Value {
        let heard = self.heard[event].lock().expect("one test listens");
        heard.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("waited in vain for {event}"))
    }
}

fn answer(window: &WebviewWindow<MockRuntime>, name: &str, request: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: name.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().expect("a valid URL"),
        body: InvokeBody::Json(json!({ "request": request })),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().expect("answers are JSON"))
}
