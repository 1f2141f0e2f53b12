//! Gets a page from the web, when the user asks for it and at no other time.
//!
//! - [`Address`] is what can be asked for, [`links`] finds it among what was dropped and in link files,
//! - [`Page::get`] gets the page, within the bounds of [`Fetching`], from public places alone,
//! - [`Response`] is what came; it writes itself as the WARC record that the library keeps as evidence.
//!
//! Invariant: every address that is connected to was looked at first, also behind a name and behind a redirect; no
//! cookie, no credential and no referrer is sent; no proxy stands between, for it would connect to what we cannot see.

mod address;
pub mod links;
mod places;
mod record;
mod refusal;
mod response;
#[cfg(test)]
mod server;
#[cfg(test)]
mod tests;

pub use address::{Address, Unfit};
use places::Reach;
pub(crate) use record::packed;
pub use record::{Kept, unpacked};
pub use refusal::Refusal;
pub use response::Response;
use std::{
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};
use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig},
    unversioned::transport::DefaultConnector,
};

/// How much a page may cost, and where it may lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetching {
    /// Bytes of the page as it comes.
    pub bytes: u64,
    /// From the first question to the last byte, redirects included.
    pub time: Duration,
    pub redirects: usize,
    reach: Reach,
}

impl Default for Fetching {
    fn default() -> Self {
        Self { bytes: 20 << 20, time: Duration::from_secs(30), redirects: 5, reach: Reach::default() }
    }
}

/// How we call ourselves. Sites turn away what they do not take for a browser; more than this is not pretended.
const NAME: &str = concat!("Mozilla/5.0 (compatible; Rashomon/", env!("CARGO_PKG_VERSION"), ")");
const WANTED: &str = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1";

/// A page that the user wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub address: Address,
    pub fetching: Fetching,
}

impl Page {
    pub fn at(address: Address) -> Self {
        Self { address, fetching: Fetching::default() }
    }

    /// Gets it.
    ///
    /// # Errors
    /// [`Refusal`]: why there is no page, and what the user can do.
    pub fn get(&self) -> Result<Response, Refusal> {
        fetch(&self.address, &self.fetching)
    }

    /// The same for one who may lose patience: asked a few times a second, and `None` as soon as `go_on` says no. What
    /// is under way then ends by itself within the bounds of [`Fetching`], and what it brings is dropped.
    pub(crate) fn get_unless(&self, go_on: &impl Fn() -> bool) -> Option<Result<Response, Refusal>> {
        let (page, (sender, receiver)) = (self.clone(), mpsc::channel());
        let fetching = thread::Builder::new().name("fetch".into()).spawn(move || {
            let _ = sender.send(page.get()); // who waited may have gone
        });
        if fetching.is_err() {
            return Some(self.get());
        }
        loop {
            match receiver.recv_timeout(PATIENCE) {
                Ok(got) => return Some(got),
                Err(RecvTimeoutError::Disconnected) => return Some(Err(Refusal::Garbled)),
                Err(RecvTimeoutError::Timeout) if !go_on() => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// How long nobody is asked whether a page is still wanted.
const PATIENCE: Duration = Duration::from_millis(200);

fn fetch(address: &Address, fetching: &Fetching) -> Result<Response, Refusal> {
    let agent = agent(fetching);
    let until = Instant::now() + fetching.time;
    let mut here = address.clone();
    for _ in 0..=fetching.redirects {
        let left = until.saturating_duration_since(Instant::now());
        let asked = agent.get(here.as_str()).config().timeout_global(Some(left)).build().call();
        let answer = asked.map_err(|error| Refusal::of(&error, fetching))?;
        match response::redirect(&answer) {
            Some(target) => here = here.joined(target).map_err(Refusal::BadRedirect)?,
            None => return Response::of(&here, answer, fetching),
        }
    }
    Err(Refusal::TooManyRedirects { most: fetching.redirects })
}

fn agent(fetching: &Fetching) -> Agent {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .proxy(None)
        .http_status_as_error(false)
        // Each is looked at here before it is followed.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(NAME)
        .accept(WANTED)
        // As evidence the page stands as it was written, not packed.
        .accept_encoding("identity")
        .build();
    Agent::with_parts(config, DefaultConnector::default(), fetching.reach.clone())
}
