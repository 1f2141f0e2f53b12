//! Starts the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    if rashomon_desktop::serve_if_asked() {
        return;
    }
    rashomon_desktop::run();
}
