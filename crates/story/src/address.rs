//! Addresses of the web.

/// The host of an address, without `www.`; `None` if it is no address of the web.
pub fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    Some(without_www(host)).filter(|host| !host.is_empty())
}

pub fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Whether the address is the first page of its site.
pub fn is_front_page(url: &str) -> bool {
    url.splitn(4, '/').nth(3).is_none_or(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_names_the_site() {
        let cases = [
            ("https://www.alderpost.example/world/ferry?x=1", Some("alderpost.example")),
            ("http://news.alderpost.example:8080", Some("news.alderpost.example")),
            ("https://user@alderpost.example/", Some("alderpost.example")),
            ("file:///home/ferry.html", None),
            ("https://", None),
        ];
        for (url, expected) in cases {
            assert_eq!(host(url), expected, "{url}");
        }
    }

    #[test]
    fn a_site_without_a_path_is_its_front_page() {
        assert!(is_front_page("https://alderpost.example/"));
        assert!(!is_front_page("https://alderpost.example/ferry"));
    }
}
