//! The window: unpack a request, make one call, wrap the answer.
//!
//! Invariant: nothing here knows what news is.

mod commands;

use ipc::{Failure, request, view};
use tauri::{App, Builder, Runtime, WebviewUrl, WebviewWindowBuilder};

/// Opens the window and stays until it is closed. With `--sample` it opens on the sample story.
pub fn run() {
    with_commands(Builder::default())
        .setup(|app| open_window(app, std::env::args().any(|argument| argument == "--sample")))
        .run(tauri::generate_context!())
        .expect("the system's web view is installed with the program");
}

fn open_window<R: Runtime>(app: &App<R>, on_sample: bool) -> Result<(), Box<dyn std::error::Error>> {
    for window in &app.config().app.windows {
        let mut window = window.clone();
        if on_sample {
            window.url = WebviewUrl::App("index.html#sample".into());
        }
        WebviewWindowBuilder::from_config(app, &window)?.build()?;
    }
    Ok(())
}

macro_rules! register {
    ($($name:ident($request:ident) -> $answer:ident;)*) => {
        /// Registers every command of the list; usable with a real window and with the mock runtime.
        pub fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
            $(typed::<request::$request, view::$answer, _>(commands::$name);)*
            builder.invoke_handler(tauri::generate_handler![$(commands::$name),*])
        }
    };
}
ipc::commands!(register);

/// Compiles only for a command of the type that the list says.
fn typed<Request, Answer, Asked: Future<Output = Result<Answer, Failure>>>(_: fn(Request) -> Asked) {}
