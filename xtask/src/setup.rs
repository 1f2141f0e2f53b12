//! Installs what the project needs and a machine with Rust, Node and a C compiler lacks.
//!
//! On Debian and Ubuntu packages come through apt; on other systems the exact command to run is
//! said. Invariant: nothing is installed that is there already.

use crate::steps::{Failure, answers, finish, program, root};

/// What a job needs from the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// To build the window.
    Window,
    /// To drive the real window without a display.
    WindowTests,
}

/// How each system's packages are named and installed.
struct System {
    name: &'static str,
    /// Whether this is the machine's system.
    here: fn() -> bool,
    window: &'static str,
    window_tests: &'static str,
}

const DEBIAN_WINDOW: &str =
    "build-essential pkg-config libssl-dev libwebkit2gtk-4.1-dev libxdo-dev librsvg2-dev libayatana-appindicator3-dev";
const DEBIAN_TESTS: &str = "webkit2gtk-driver xvfb xauth dbus dbus-x11 at-spi2-core fonts-dejavu-core fonts-liberation libgl1-mesa-dri libegl1 xdotool python3-gi gir1.2-gtk-3.0";

const SYSTEMS: &[System] = &[
    System {
        name: "Fedora",
        here: || answers("dnf", &["--version"]),
        window: "sudo dnf install webkit2gtk4.1-devel openssl-devel librsvg2-devel libappindicator-gtk3-devel libxdo-devel",
        window_tests: "sudo dnf install webkit2gtk-driver xorg-x11-server-Xvfb dbus-x11 xdotool python3-gobject gtk3",
    },
    System {
        name: "Arch Linux",
        here: || answers("pacman", &["--version"]),
        window: "sudo pacman -S --needed webkit2gtk-4.1 base-devel openssl librsvg libappindicator-gtk3 xdotool",
        window_tests: "sudo pacman -S --needed xorg-server-xvfb dbus xdotool python-gobject gtk3",
    },
    System {
        name: "openSUSE",
        here: || answers("zypper", &["--version"]),
        window: "sudo zypper in webkit2gtk3-devel libopenssl-devel librsvg-devel libappindicator3-devel xdotool",
        window_tests: "sudo zypper in webkit2gtk-driver xorg-x11-server-Xvfb dbus-1-x11 xdotool python3-gobject gtk3-tools",
    },
];

/// Makes sure that the system has what `needs` asks for.
///
/// # Errors
/// Says which command installs what is missing, where this program cannot do it itself.
pub(crate) fn system(needs: Needs) -> Result<(), Failure> {
    if !cfg!(target_os = "linux") || present(needs) {
        return Ok(());
    }
    if answers("apt-get", &["--version"]) {
        return apt(needs);
    }
    let system = SYSTEMS.iter().find(|system| (system.here)());
    let (name, command) = system.map_or(
        (
            "this Linux",
            "install WebKitGTK 4.1 with its headers, librsvg and libxdo; for the tests also Xvfb and WebKitWebDriver",
        ),
        |system| (system.name, if needs == Needs::Window { system.window } else { system.window_tests }),
    );
    Err(Failure::new(format!("Some system packages are missing on {name}."), format!("Run: {command}")))
}

fn present(needs: Needs) -> bool {
    match needs {
        Needs::Window => {
            answers("pkg-config", &["--exists", "webkit2gtk-4.1", "librsvg-2.0", "ayatana-appindicator3-0.1"])
        }
        Needs::WindowTests => {
            answers("Xvfb", &["-help"])
                && answers("WebKitWebDriver", &["--help"])
                && answers("dbus-run-session", &["--version"])
                && answers("xdotool", &["version"])
                && answers("/usr/bin/python3", &["-c", "import gi; gi.require_version('Gtk', '3.0')"])
        }
    }
}

fn apt(needs: Needs) -> Result<(), Failure> {
    let packages = if needs == Needs::Window { DEBIAN_WINDOW } else { DEBIAN_TESTS };
    let as_root = answers("sh", &["-c", "[ \"$(id -u)\" = 0 ]"]);
    let by_hand = format!("Run: sudo apt-get update && sudo apt-get install -y {packages}");
    if !as_root && !answers("sudo", &["-n", "true"]) {
        return Err(Failure::new(
            "Some system packages are missing, and installing them needs an administrator.",
            by_hand,
        ));
    }
    println!("  installing: {packages}");
    let apt = |args: &[&str]| {
        let mut all = if as_root { vec![] } else { vec!["sudo", "-n"] };
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
        all.extend(args);
        finish(program(all[0], &all[1..]), &by_hand)
    };
    apt(&["update"])?;
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages.split(' '));
    apt(&install)
}

/// Makes sure that the interface's packages are those of its lock file.
///
/// # Errors
/// When Node or npm is missing, or the packages cannot be fetched.
pub(crate) fn interface() -> Result<(), Failure> {
    if !answers("npm", &["--version"]) {
        return Err(Failure::new("Node.js with npm is missing.", "Install Node.js 20 or later, then run this again."));
    }
    let ui = root().join("ui");
    let installed = ui.join("node_modules/.package-lock.json");
    let modified = |path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    if modified(installed).is_some_and(|at| Some(at) >= modified(ui.join("package-lock.json"))) {
        return Ok(());
    }
    finish(
        program("npm", &["--prefix", "ui", "ci", "--no-audit", "--no-fund", "--loglevel=error"]),
        "Check the connection to the npm registry, then run this again.",
    )
}
