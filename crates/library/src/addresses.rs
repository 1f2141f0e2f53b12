//! When two URLs are the address of one article: captures of one address are its versions.

/// What sharing and mail links add to tell where a reader came from; WHATWG calls none of them part
/// of a resource, and every large publisher drops them in its own canonical links.
const TRACKING: [&str; 7] = ["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid"];

/// The form of `url` that all captures of one article share: without scheme, `www.`, fragment,
/// tracking and closing slash. `None` for what is no address of a single article: the front page
/// of a site stands for whatever it showed that day.
pub(crate) fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.split('#').next()?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(host);
    let path = path.trim_end_matches('/');
    let query: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !is_tracking(part)).collect();
    match (host.is_empty(), path.is_empty() && query.is_empty()) {
        (true, _) | (_, true) => None,
        _ if query.is_empty() => Some(format!("{host}/{path}")),
        _ => Some(format!("{host}/{path}?{}", query.join("&"))),
    }
}

fn is_tracking(part: &str) -> bool {
    let name = part.split('=').next().unwrap_or(part);
    name.starts_with("utm_") || TRACKING.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(address(url).as_deref(), expected, "{url}");
    }

    #[test]
    fn ways_of_writing_one_address_are_one() {
        for url in [
            "https://www.harbour-post.example/2031/05/quay",
            "http://harbour-post.example/2031/05/quay/",
            "HTTPS://WWW.Harbour-Post.example:443/2031/05/quay#comments",
            "https://harbour-post.example/2031/05/quay?utm_source=mail&fbclid=x1",
        ] {
            check(url, Some("harbour-post.example/2031/05/quay"));
        }
    }

    #[test]
    fn a_query_that_names_the_article_stays() {
        check("https://a.example/story?id=7&utm_medium=x", Some("a.example/story?id=7"));
        check("https://a.example/?p=7", Some("a.example/?p=7"));
    }

    #[test]
    fn a_path_keeps_its_case() {
        check("https://a.example/Story", Some("a.example/Story"));
    }

    #[test]
    fn what_is_not_the_address_of_an_article_is_none() {
        for url in
            ["https://a.example", "https://www.a.example/#top", "mailto:a@b.example", "file:///a", "", "https:///x"]
        {
            check(url, None);
        }
    }
}
