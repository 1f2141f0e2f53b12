//! Sends the window what it did not ask for: one function an event of the list.

use ipc::view;
use tauri::{AppHandle, Emitter, Runtime};

macro_rules! tell {
    ($($name:ident: $payload:ident;)*) => {
        $(
            pub(crate) fn $name<R: Runtime>(app: &AppHandle<R>, payload: view::$payload) {
                let _ = app.emit(stringify!($name), payload); // a window that is closing hears nothing more
            }
        )*
    };
}
ipc::events!(tell);
