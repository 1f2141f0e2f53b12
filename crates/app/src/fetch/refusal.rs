//! Why a page was not fetched, in words that say what to do.

use super::{Fetching, Unfit, places::PRIVATE};
use std::io::ErrorKind;
use story::{Oddity, Remedy};
use thiserror::Error;

/// One variant for each thing that the user can do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("There is no site of that name, or no connection to the internet.")]
    NotFound,
    #[error("The site does not answer.")]
    NoAnswer,
    #[error("The connection to the site is not safe: it cannot prove that it is the one it says.")]
    Unsafe,
    #[error("The address leads to a private network, where nothing is fetched from.")]
    Private,
    #[error("The page did not come within {seconds} seconds.")]
    TooSlow { seconds: u64 },
    #[error("The page is larger than what is fetched ({megabytes} MB).")]
    TooLarge { megabytes: u64 },
    #[error("The site sends from one address to the next; after {most} it was given up.")]
    TooManyRedirects { most: usize },
    #[error("The site sends on to what is not fetched: {0}.")]
    BadRedirect(Unfit),
    #[error("There is no page at this address any more, or never was ({status}).")]
    Gone { status: u16 },
    #[error(
        "The site does not show this page to everybody ({status}): it may be for subscribers, or for browsers only."
    )]
    Closed { status: u16 },
    #[error("The site cannot show the page now ({status}).")]
    Trouble { status: u16 },
    #[error("There is no page at this address but a file of another kind ({kind}).")]
    NotAPage { kind: String },
    #[error("What the site answers cannot be understood.")]
    Garbled,
}

impl Refusal {
    pub(super) fn of(error: &ureq::Error, fetching: &Fetching) -> Self {
        match error {
            ureq::Error::HostNotFound => Self::NotFound,
            ureq::Error::Timeout(_) => Self::TooSlow { seconds: fetching.time.as_secs() },
            ureq::Error::ConnectionFailed => Self::NoAnswer,
            ureq::Error::Rustls(_) | ureq::Error::Tls(_) => Self::Unsafe,
            ureq::Error::Io(error) => Self::of_io(error, fetching),
            _ => Self::Garbled,
        }
    }

    fn of_io(error: &std::io::Error, fetching: &Fetching) -> Self {
        // What goes wrong within TLS or while a body is read comes as an I/O error around the client's own.
        if let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>()) {
            return Self::of(inner, fetching);
        }
        if error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) {
            return Self::Unsafe;
        }
        match error.kind() {
            PRIVATE => Self::Private,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::TooSlow { seconds: fetching.time.as_secs() },
            ErrorKind::InvalidData | ErrorKind::InvalidInput => Self::Garbled,
            // The system's resolver has no kind of its own for a name that it does not find.
            ErrorKind::Other | ErrorKind::NotFound => Self::NotFound,
            _ if error.raw_os_error().is_none() && error.to_string().contains("lookup") => Self::NotFound,
            _ => Self::NoAnswer,
        }
    }

    /// Why an answer of this status brings no page, if it does not.
    pub(super) fn of_status(status: u16) -> Option<Self> {
        match status {
            200 | 203 => None,
            404 | 410 => Some(Self::Gone { status }),
            401 | 402 | 403 | 405 | 406 | 407 | 451 => Some(Self::Closed { status }),
            300..=399 => Some(Self::Garbled),
            _ => Some(Self::Trouble { status }),
        }
    }

    /// As what was odd about the file that the address is to the import.
    pub(crate) fn oddity(&self, address: &str) -> Oddity {
        let (remedy, advice) = match self {
            Self::NotFound | Self::NoAnswer => {
                (Remedy::FetchAgain, "Check the address and the connection, then try again.")
            }
            Self::TooSlow { .. } | Self::Trouble { .. } => (Remedy::FetchAgain, "Try again later."),
            Self::Gone { .. } => (Remedy::FetchAgain, "Check the address; a web archive may have the page."),
            Self::Closed { .. } => (
                Remedy::Unlock,
                "Open it in your browser, signed in if need be, save the page, and drop the saved file.",
            ),
            Self::TooLarge { .. } => (Remedy::Shrink, "Save the page with your browser, and drop the saved file."),
            Self::NotAPage { .. } => (Remedy::Convert, "Give the address of the article itself."),
            Self::Unsafe | Self::Private | Self::TooManyRedirects { .. } | Self::BadRedirect(_) | Self::Garbled => (
                Remedy::FetchAgain,
                "If you trust it, open it in your browser, save the page, and drop the saved file.",
            ),
        };
        Oddity::about(address, remedy, self.to_string(), advice)
    }
}
