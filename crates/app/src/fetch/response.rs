//! What came: the page as it was sent, and how.

use super::{Address, Fetching, Refusal};
use crate::{
    clock::now,
    files::{Imported, Reading},
};
use std::io::Read;
use story::{ArticleId, Timestamp};
use ureq::{Body, http};

/// A page with all that its server said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// Where it was found, after redirects.
    pub address: Address,
    pub at: Timestamp,
    /// `200 OK`.
    pub status: String,
    /// Names and values, in the order in which the client keeps them.
    pub headers: Vec<(String, Vec<u8>)>,
    /// As received; the chunks in which it came are joined.
    pub body: Vec<u8>,
}

impl Response {
    /// Reads the page, which the user called `name`. Where an article does not say its address, it is the page's.
    pub(crate) fn read(&self, name: &str, reading: &Reading) -> Imported {
        let mut imported = reading.read(name, &self.body, None);
        for article in imported.articles.iter_mut().filter(|article| article.url.is_none()) {
            article.url = Some(self.address.to_string());
            article.id = ArticleId::of(article);
        }
        imported
    }
}

/// Where the answer sends the reader on to, if it does.
pub(super) fn redirect(answer: &http::Response<Body>) -> Option<&str> {
    if !matches!(answer.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    answer.headers().get("location")?.to_str().ok()
}

impl Response {
    pub(super) fn of(address: &Address, answer: http::Response<Body>, fetching: &Fetching) -> Result<Self, Refusal> {
        let status = answer.status();
        if let Some(refusal) = Refusal::of_status(status.as_u16()) {
            return Err(refusal);
        }
        let headers: Vec<_> =
            answer.headers().iter().map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect();
        if let Some(kind) = unread(&headers) {
            return Err(Refusal::NotAPage { kind });
        }
        let too_large = || Refusal::TooLarge { megabytes: fetching.bytes >> 20 };
        if answer.body().content_length().is_some_and(|length| length > fetching.bytes) {
            return Err(too_large());
        }
        let mut body = Vec::new();
        let mut reader = answer.into_body().into_reader().take(fetching.bytes + 1);
        reader.read_to_end(&mut body).map_err(|error| Refusal::of(&error.into(), fetching))?;
        if body.len() as u64 > fetching.bytes {
            return Err(too_large());
        }
        Ok(Self { address: address.clone(), at: now(), status: status.to_string(), headers, body })
    }
}

/// The media type where it is none that holds an article.
fn unread(headers: &[(String, Vec<u8>)]) -> Option<String> {
    const READ: [&str; 8] = [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/pdf",
        "application/x-pdf",
        "text/xml",
        "application/xml",
        "multipart/related",
    ];
    let (_, kind) = headers.iter().find(|(name, _)| name == "content-type")?;
    let kind = String::from_utf8_lossy(kind);
    let kind = kind.split(';').next().unwrap_or_default().trim().to_lowercase();
    (!kind.is_empty() && !READ.contains(&kind.as_str())).then_some(kind)
}
