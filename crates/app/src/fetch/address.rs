//! What can be asked for.

use std::fmt;
use thiserror::Error;
use url::Url;

/// The address of a page on the web: http or https, and nothing secret in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(Url);

/// Why something is no address that is fetched.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unfit {
    #[error("“{0}” is no address of the web")]
    Unreadable(String),
    #[error("only addresses that begin with http:// or https:// are fetched, not {0}:")]
    Scheme(String),
    #[error("the address holds a user name or a password")]
    Credentials,
}

/// No address that a person pastes is longer.
const LONGEST: usize = 8_000;

impl Address {
    /// # Errors
    /// [`Unfit`] says why it is none.
    pub fn parse(text: &str) -> Result<Self, Unfit> {
        let text = text.trim();
        let unreadable = || Unfit::Unreadable(text.chars().take(80).collect());
        if text.len() > LONGEST {
            return Err(unreadable());
        }
        Self::checked(Url::parse(text).map_err(|_| unreadable())?)
    }

    /// Whether a text sets out to be an address, fit or not.
    pub fn begins(text: &str) -> bool {
        let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        begins("http://") || begins("https://")
    }

    /// Where `target` leads from here.
    pub(crate) fn joined(&self, target: &str) -> Result<Self, Unfit> {
        let target = self.0.join(target).map_err(|_| Unfit::Unreadable(target.chars().take(80).collect()))?;
        Self::checked(target)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    fn checked(mut url: Url) -> Result<Self, Unfit> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Unfit::Scheme(url.scheme().to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Unfit::Credentials);
        }
        url.set_fragment(None); // a place within the page
        Ok(Self(url))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let told = Address::parse(text).map_or_else(|unfit| unfit.to_string(), |address| address.to_string());
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn an_address_is_written_in_one_way() {
        check(" HTTPS://Harbour.Example/Fire?a=1#top ", "https://harbour.example/Fire?a=1");
        check("https://hafen.example/größe", "https://hafen.example/gr%C3%B6%C3%9Fe");
        check("http://0x7f.1/", "http://127.0.0.1/");
    }

    #[test]
    fn what_is_not_fetched_says_why() {
        check("ftp://a.example/x", "only addresses that begin with http:// or https:// are fetched, not ftp:");
        check("file:///etc/passwd", "only addresses that begin with http:// or https:// are fetched, not file:");
        check("https://me:secret@a.example/", "the address holds a user name or a password");
        check("https://me@a.example/", "the address holds a user name or a password");
        check("a sentence", "“a sentence” is no address of the web");
        check("https://", "“https://” is no address of the web");
    }

    #[test]
    fn a_redirect_may_be_relative() {
        let here = Address::parse("https://a.example/x/y").expect("an address");
        assert_eq!(here.joined("../z?q").map(|target| target.to_string()), Ok("https://a.example/z?q".into()));
        assert_eq!(here.joined("//u:p@b.example"), Err(Unfit::Credentials));
    }
}
