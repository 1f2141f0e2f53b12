//! The window: unpack a request, make one call, wrap the answer.
//!
//! - [`commands`] answers what the interface asks, [`tell`] sends what it did not ask for,
//! - [`desk`] holds the open library, [`jobs`] the work that is going on,
//! - [`previews`] hands a report to a frame before it is saved,
//! - [`arguments`] is what the program was opened with, [`menus`] and [`editing`] the native menus, [`logs`] what is
//!   noted, [`about`] what Rashomon is made of.
//!
//! Invariant: nothing here knows what news is.

mod about;
mod arguments;
mod commands;
mod desk;
mod editing;
mod jobs;
mod lock;
mod logs;
mod menus;
mod previews;
mod tell;

pub use app::{Home, workers::serve_if_asked};
use app::{files::Reading, workers::Workers};
use arguments::Arguments;
use desk::Desk;
use ipc::{
    Failure, request,
    view::{self, Done, OpenedView},
};
use std::path::Path;
use tauri::{AppHandle, Builder, Manager, RunEvent, Runtime, WindowEvent, async_runtime::spawn_blocking};
use tauri_plugin_window_state::StateFlags;

/// Opens the window and stays until it is closed.
///
/// The command line may name files to import and one library, `*.rashomon`; `--sample` opens the sample story.
pub fn run() {
    let here = std::env::current_dir().unwrap_or_default();
    let arguments = Arguments::read(std::env::args_os().skip(1), &here);
    // Where the system knows no home, everything stands where the program was started.
    let home = Home::of_user().unwrap_or_else(|| Home::in_folder(&here));
    let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    let reading = Reading { workers: Workers::of_this_program().ok(), ..Reading::default() };
    with_desk(Builder::default(), Desk::new(home, arguments, reading))
        .menu(menus::at_first)
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| started_again(app, arguments, &folder)))
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(kept).build())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .setup(|app| {
            logs::begin(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the system's web view is installed with the program")
        .run(|app, event| handle(app, &event));
}

/// The commands with what they work on, for a real window or the mock runtime. Everything stands in `home`.
pub fn with_home<R: Runtime>(builder: Builder<R>, home: Home) -> Builder<R> {
    with_desk(builder, Desk::new(home, Arguments::default(), Reading::default()))
}

fn with_desk<R: Runtime>(builder: Builder<R>, desk: Desk) -> Builder<R> {
    with_commands(builder.manage(desk).manage(menus::Shown::<R>::default()))
        .on_menu_event(menus::chosen)
        .register_asynchronous_uri_scheme_protocol(previews::PROTOCOL, |context, request, responder| {
            let app = context.app_handle().clone();
            spawn_blocking(move || responder.respond(app.state::<Desk>().previews.answer(&request)));
        })
}

/// Answers what happens to the program: a window that is closed during an import asks first.
pub fn handle<R: Runtime>(app: &AppHandle<R>, event: &RunEvent) {
    match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. }
            if !app.state::<Desk>().may_close() =>
        {
            api.prevent_close();
            tell::close_asked(app, Done {});
        }
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let paths = urls.iter().filter_map(|url| url.to_file_path().ok());
            receive(app, Arguments::read(paths, Path::new("/")));
        }
        _ => {}
    }
}

fn started_again<R: Runtime>(app: &AppHandle<R>, arguments: Vec<String>, folder: &str) {
    receive(app, Arguments::read(arguments.into_iter().skip(1), Path::new(folder)));
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize().and_then(|()| window.set_focus()); // some desktops do not let a window come forward
    }
}

/// Hands over what was opened while the program runs, or keeps it for the interface's first question.
fn receive<R: Runtime>(app: &AppHandle<R>, arguments: Arguments) {
    if let Some(Arguments { library, files, .. }) = app.state::<Desk>().receive(arguments) {
        let library = library.map(|library| library.display().to_string());
        tell::opened(app, OpenedView { library, files: commands::shown(&files) });
    }
}

fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        window.close().unwrap_or_else(|error| log::error!("the window does not close: {error}"));
    }
}

macro_rules! register {
    ($($name:ident($request:ident) -> $answer:ident;)*) => {
        fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
            $(typed::<R, request::$request, view::$answer, _>(commands::$name);)*
            builder.invoke_handler(tauri::generate_handler![$(commands::$name),*])
        }
    };
}
ipc::commands!(register);

/// Compiles only for a command of the type that the list says.
fn typed<R: Runtime, Request, Answer, Asked: Future<Output = Result<Answer, Failure>>>(
    _: fn(AppHandle<R>, Request) -> Asked,
) {
}
