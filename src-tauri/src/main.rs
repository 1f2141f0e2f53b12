//! Starts the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == rashomon_desktop::READING) {
        return rashomon_desktop::read_files();
    }
    rashomon_desktop::run();
}
