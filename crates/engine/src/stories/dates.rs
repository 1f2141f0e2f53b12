//! When an article was published, as far as it says so.

use crate::facets::times::month_named;
use jiff::civil::{Date, date};
use regex::Regex;
use std::sync::LazyLock;
use story::{Article, Timestamp};

/// Bytes at the head of a body in which a dateline can stand.
const HEAD: usize = 400;

/// Days from 1970 to the publication that the article's record gives.
pub(crate) fn recorded(article: &Article) -> Option<i64> {
    article.published.as_ref().and_then(Timestamp::date).map(days)
}

/// Days from 1970 to the date in the article's URL, or else to the first full date at the head of
/// its body: often that of publication, at times that of what it tells.
pub(crate) fn written(article: &Article) -> Option<i64> {
    article.url.as_deref().and_then(in_url).or_else(|| at_head(&article.body)).map(days)
}

fn days(day: Date) -> i64 {
    i64::from((day - date(1970, 1, 1)).get_days())
}

fn in_url(url: &str) -> Option<Date> {
    static DAY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?:/|$)").expect("a constant pattern")
    });
    let found = DAY.captures(url)?;
    day(&found[1], found[2].parse().ok()?, &found[3])
}

fn at_head(body: &str) -> Option<Date> {
    static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
        let month = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?";
        let pattern = format!(
            r"(?i)\b(?:{month}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?|(\d{{1,2}})(?:st|nd|rd|th)?\s+{month},?)\s+((?:19|20)\d\d)\b"
        );
        Regex::new(&pattern).expect("a constant pattern")
    });
    let head = &body[..body.floor_char_boundary(HEAD)];
    WRITTEN.captures_iter(head).find_map(|found| {
        let part = |a, b| found.get(a).or_else(|| found.get(b)).map_or("", |part| part.as_str());
        let short: String = part(1, 4).to_lowercase().chars().take(3).collect();
        day(&found[5], month_named(&short)?, part(2, 3))
    })
}

fn day(year: &str, month: i8, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_head(body: &str, expected: Option<Date>) {
        assert_eq!(at_head(body), expected, "{body}");
    }

    #[test]
    fn a_dateline_is_read_in_either_order() {
        check_head("Harbour wall fails\n\nFri Aug 2, 2013 6:50pm EDT\n\nA wall", Some(date(2013, 8, 2)));
        check_head("11 November 2011 Last updated at 12:41 GMT", Some(date(2011, 11, 11)));
        check_head("Sept. 3rd, 2009", Some(date(2009, 9, 3)));
    }

    #[test]
    fn a_date_without_a_year_or_day_is_none() {
        check_head("The wall failed on 2 August, officials said.", None);
        check_head("It was built in May 2011.", None);
    }

    #[test]
    fn a_date_far_down_is_about_something_else() {
        check_head(&format!("{} on 2 August 2013.", "It rained. ".repeat(60)), None);
    }

    #[test]
    fn a_url_can_carry_the_day() {
        assert_eq!(in_url("https://example.org/news/2019/03/08/wall-fails"), Some(date(2019, 3, 8)));
        assert_eq!(in_url("https://example.org/2019/03/wall-fails"), None);
    }
}
