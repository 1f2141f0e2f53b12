//! A server of our own for tests: answers by path, on this computer alone.

use super::{Address, Fetching, Page, Reach};
use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener},
    sync::{Arc, Mutex},
    thread,
};

/// Serves until the test's process ends.
pub(crate) struct Server {
    place: SocketAddr,
    /// Paths that were asked for, in order.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// `answer` gives the whole HTTP answer for a path.
    pub(crate) fn begin(answer: impl Fn(&str) -> Vec<u8> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let place = listener.local_addr().expect("it listens");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let mut lines = BufReader::new(stream.try_clone().expect("a handle")).lines();
                let first = lines.next().and_then(Result::ok).unwrap_or_default();
                lines.map_while(Result::ok).find(String::is_empty);
                let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
                heard.lock().expect("sound").push(path.clone());
                let _ = stream.write_all(&answer(&path)); // who asked may have gone
            }
        });
        Self { place, asked }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.place)
    }

    /// A page of it, which is allowed to lie on this computer.
    pub(crate) fn page(&self, path: &str) -> Page {
        let address = Address::parse(&self.url(path)).expect("an address");
        Page { address, fetching: Fetching { reach: Reach::including(self.place), ..Fetching::default() } }
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("sound").clone()
    }
}

/// An answer with this status line, these header lines and this body.
pub(crate) fn answer(status: &str, headers: &[&str], body: &str) -> Vec<u8> {
    let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\n\r\n{body}").into_bytes()
}

/// A page with an article.
pub(crate) fn article(title: &str, text: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>{title}</title><meta property=og:type content=article></head>\
         <body><article><h1>{title}</h1><p>{text}</p><p>The harbour master, Ines Vold, said on Tuesday that the quay \
         would stay closed until the end of the week, and that nobody had been hurt.</p></article></body></html>"
    )
}
