//! Lets the shell build in a fresh clone, before the interface was built.

use std::path::Path;

fn main() {
    let page = Path::new("../ui/dist/index.html");
    if !page.exists() {
        std::fs::create_dir_all("../ui/dist").expect("ui/dist can be made");
        std::fs::write(
            page,
            "<!doctype html><title>Rashomon</title>The interface is not built: npm --prefix ui run build",
        )
        .expect("ui/dist can be written to");
    }
    tauri_build::build();
}
