//! Addresses in text that holds nothing else, and in the link files of the systems.

use super::Address;
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

/// What was dropped or named: addresses, and files of other kinds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sorted {
    /// Each once.
    pub addresses: Vec<String>,
    pub files: Vec<PathBuf>,
}

/// No link file is larger.
const LARGEST: u64 = 64 << 10;

/// Tells addresses and link files from other files. Nothing is fetched.
pub fn sorted(paths: &[PathBuf]) -> Sorted {
    let mut sorted = Sorted::default();
    for path in paths {
        match path.to_str().filter(|text| Address::begins(text)).map(str::to_owned).or_else(|| in_file(path)) {
            Some(address) if sorted.addresses.contains(&address) => {}
            Some(address) => sorted.addresses.push(address),
            None => sorted.files.push(path.clone()),
        }
    }
    sorted
}

/// The address in a link file: `.url` of Windows, `.webloc` of macOS, `.desktop` of Linux.
fn in_file(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    if !matches!(ending.as_str(), "url" | "webloc" | "desktop") {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    let address = if ending == "webloc" { in_webloc(&bytes) } else { in_lines(&String::from_utf8_lossy(&bytes)) };
    address.filter(|address| Address::begins(address))
}

fn in_lines(text: &str) -> Option<String> {
    let value = |line: &str| {
        let (name, value) = line.split_once('=')?;
        name.trim().eq_ignore_ascii_case("url").then(|| value.trim().to_owned())
    };
    text.lines().find_map(value)
}

/// A property list whose only text is the address, in XML or packed.
fn in_webloc(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(b"bplist") {
        return in_packed(bytes);
    }
    let text = String::from_utf8_lossy(bytes);
    let (_, rest) = text.split_once("<string>")?;
    let (address, _) = rest.split_once("</string>")?;
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(named.iter().fold(address.trim().to_owned(), |text, (name, sign)| text.replace(name, sign)))
}

/// ASCII text of a packed list: a byte 0x5n where n is its length; 0x5F is followed by the length as a number.
fn in_packed(bytes: &[u8]) -> Option<String> {
    let at = bytes.windows(4).position(|four| four.eq_ignore_ascii_case(b"http"))?;
    let length = match *bytes.get(..at)? {
        [.., 0x5F, 0x10, length] => usize::from(length),
        [.., 0x5F, 0x11, high, low] => usize::from(high) << 8 | usize::from(low),
        [.., short] if short >> 4 == 5 => usize::from(short & 0xF),
        _ => return None,
    };
    String::from_utf8(bytes.get(at..at.checked_add(length)?)?.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn check(name: &str, bytes: &[u8], expected: Option<&str>) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("room");
        let sorted = sorted(std::slice::from_ref(&path));
        assert_eq!(sorted.addresses.first().map(String::as_str), expected);
        assert_eq!(sorted.files.is_empty(), expected.is_some());
    }

    #[test]
    fn a_link_file_of_each_system_gives_its_address() {
        let address = Some("https://harbour.example/fire?a=1&b=2");
        check("Fire.url", b"[InternetShortcut]\r\nURL=https://harbour.example/fire?a=1&b=2\r\n", address);
        check("Fire.desktop", b"[Desktop Entry]\nType=Link\nURL=https://harbour.example/fire?a=1&b=2\n", address);
        let xml =
            b"<plist><dict><key>URL</key><string>https://harbour.example/fire?a=1&amp;b=2</string></dict></plist>";
        check("Fire.webloc", xml, address);
        let packed = b"bplist00\xD1\x01\x02SURL_\x10\x24https://harbour.example/fire?a=1&b=2\x08\x0B\x0F";
        check("Fire.webloc", packed, address);
    }

    #[test]
    fn what_holds_no_address_of_the_web_is_a_file() {
        check("a.url", b"[InternetShortcut]\nURL=file:///etc/passwd\n", None);
        check("a.webloc", b"bplist00_\x10\xFFhttp", None);
        check("a.txt", b"URL=https://harbour.example", None);
        check("a.url", b"", None);
    }

    #[test]
    fn an_address_among_paths_is_told_once() {
        let paths = ["https://a.example/x", "/a.html", "https://a.example/x"].map(PathBuf::from);
        let expected = Sorted { addresses: vec!["https://a.example/x".into()], files: vec!["/a.html".into()] };
        assert_eq!(sorted(&paths), expected);
    }
}
