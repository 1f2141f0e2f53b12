//! Dates as people and programs write them: ISO 8601, RFC 2822, "12 April 2022", "April 12, 2022",
//! 12/04/2022, seconds since 1970.
//!
//! A text is a date or it is none: no date is looked for inside a sentence.

use jiff::Timestamp as Instant;
use story::Timestamp;

/// A date, and whether the text could have meant another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Where day and month can be swapped, only the year.
    pub(crate) timestamp: Timestamp,
    /// Whether day and month could be swapped and nothing told them apart.
    pub(crate) ambiguous: bool,
}

/// Which of the first two numbers of 12/04/2022 is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayOrder {
    DayFirst,
    MonthFirst,
}

impl DayOrder {
    /// The order that dates of one origin keep: told by those that can be read in one way only.
    /// `None` when none can, or when they disagree.
    pub(crate) fn told_by<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut orders = texts.into_iter().filter_map(|text| match slashed(text.split_whitespace().next()?)? {
            (first, second, _) if first > 12 && second <= 12 => Some(DayOrder::DayFirst),
            (first, second, _) if first <= 12 && second > 12 => Some(DayOrder::MonthFirst),
            _ => None,
        });
        let first = orders.next()?;
        orders.all(|order| order == first).then_some(first)
    }
}

/// Reads `text` as one date; `order` is what is known about 12/04/2022.
pub(crate) fn read(text: &str, order: Option<DayOrder>) -> Option<Dated> {
    let text = text.trim().trim_end_matches('.');
    let sure = |timestamp| Dated { timestamp, ambiguous: false };
    if text.is_empty() || text.len() > 80 {
        return None;
    }
    if let Some(timestamp) = Timestamp::parse(text).filter(plausible) {
        return Some(sure(timestamp));
    }
    compact(text).or_else(|| epoch(text)).map(sure).or_else(|| Parts::of(text, order)?.assemble())
}

/// `20220412`, `20220412140530`, `20220412T140530Z`, `20220412T1405+0100`.
fn compact(text: &str) -> Option<Timestamp> {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range).filter(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let date = format!("{}-{}-{}", digits(0..4)?, digits(4..6)?, digits(6..8)?);
    let time = match text.get(8..)? {
        "" => String::new(),
        rest if rest.len() == 6 && !rest.starts_with('T') => {
            format!("T{}:{}:{}", digits(8..10)?, digits(10..12)?, digits(12..14)?)
        }
        rest if rest.starts_with('T') => {
            let end = rest[1..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |at| at + 1);
            let second = match end {
                5 => String::new(),
                7 => format!(":{}", digits(13..15)?),
                _ => return None,
            };
            format!("T{}:{}{second}{}", digits(9..11)?, digits(11..13)?, &rest[end..])
        }
        _ => return None,
    };
    Timestamp::parse(&(date + &time)).filter(plausible)
}

/// Seconds or milliseconds since 1970, between 1990 and 2100.
fn epoch(text: &str) -> Option<Timestamp> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let seconds = match whole.len() {
        9 | 10 => whole.parse::<i64>().ok()?,
        13 => whole.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    if !(631_152_000..4_102_444_800).contains(&seconds) {
        return None;
    }
    Timestamp::parse(&Instant::from_second(seconds).ok()?.to_string())
}

fn plausible(timestamp: &Timestamp) -> bool {
    (1500..2200).contains(&timestamp.first_day().year())
}

/// What the words of a date say, each at most once.
#[derive(Default)]
struct Parts {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    time: Option<Time>,
    zone: Option<String>,
    ambiguous: bool,
}

impl Parts {
    fn of(text: &str, order: Option<DayOrder>) -> Option<Self> {
        let mut parts = Parts::default();
        let words: Vec<&str> = text
            .split([' ', ',', '\t', '\n', '\u{a0}', '\u{202f}', '|', '·'])
            .filter(|word| !word.is_empty())
            .collect();
        for word in words {
            let month_in_dashes = word.contains('-')
                && word.contains(char::is_alphabetic)
                && !word.contains(':')
                && !is_weekday(&word.to_lowercase());
            if month_in_dashes {
                word.split('-').try_for_each(|word| parts.take(word, order))?;
            } else {
                parts.take(word, order)?;
            }
        }
        Some(parts)
    }

    /// `None` when `word` is no part of a date, or of a part that is known already.
    fn take(&mut self, word: &str, order: Option<DayOrder>) -> Option<()> {
        let lower = word.trim_end_matches([':', ';']).trim_matches(['(', ')', '[', ']']).to_lowercase();
        let lower = lower.as_str();
        if is_filler(lower) || is_weekday(lower) {
            return Some(());
        }
        if let Some(month) = month(lower) {
            return put(&mut self.month, month);
        }
        if let Some(half) = half_of_day(lower) {
            return self.shift(half);
        }
        if let Some((first, second, year)) = slashed(lower) {
            return self.take_slashed(first, second, year, order);
        }
        if let Some((year, month, day)) = year_first(lower) {
            put(&mut self.year, year)?;
            put(&mut self.month, month)?;
            return put(&mut self.day, day);
        }
        if let Some((time, half)) = clock(lower) {
            put(&mut self.time, time)?;
            return half.map_or(Some(()), |half| self.shift(half));
        }
        if let Some(zone) = zone(lower).filter(|_| self.time.is_some()) {
            return put(&mut self.zone, zone);
        }
        self.take_number(lower)
    }

    fn take_number(&mut self, word: &str) -> Option<()> {
        let digits = ["st", "nd", "rd", "th", "er", "."].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let number: u16 = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
        match digits.len() {
            1 | 2 if (1..=31).contains(&number) => put(&mut self.day, number as u8),
            4 if digits == word && (1500..2200).contains(&number) => put(&mut self.year, number),
            _ => None,
        }
    }

    fn take_slashed(&mut self, first: u8, second: u8, year: u16, order: Option<DayOrder>) -> Option<()> {
        put(&mut self.year, year)?;
        let day_first = match (first, second) {
            _ if first == second || second > 12 => second <= 12,
            _ if first > 12 => true,
            _ => match order {
                Some(order) => order == DayOrder::DayFirst,
                None => {
                    self.ambiguous = true;
                    return Some(());
                }
            },
        };
        let (day, month) = if day_first { (first, second) } else { (second, first) };
        put(&mut self.day, day)?;
        put(&mut self.month, month)
    }

    /// Moves a time on a twelve-hour clock to the half of the day that was named.
    fn shift(&mut self, half: Half) -> Option<()> {
        let (hour, ..) = self.time.as_mut()?;
        *hour = match (half, *hour) {
            (_, 0 | 13..) => *hour, // "14:05 pm" says the same thing twice
            (Half::Morning, 12) => 0,
            (Half::Morning, hour) | (Half::Afternoon, hour @ 12) => hour,
            (Half::Afternoon, hour) => hour + 12,
        };
        Some(())
    }

    fn assemble(self) -> Option<Dated> {
        let year = self.year?;
        if self.ambiguous {
            return Some(Dated { timestamp: Timestamp::parse(&format!("{year:04}"))?, ambiguous: true });
        }
        let month = self.month?;
        let text = match (self.day, self.time) {
            (None, None) => format!("{year:04}-{month:02}"),
            (None, Some(_)) => return None,
            (Some(day), None) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(day), Some((hour, minute, second))) => {
                let second = second.map_or(String::new(), |second| format!(":{second:02}"));
                let zone = self.zone.unwrap_or_default();
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}{second}{zone}")
            }
        };
        Some(Dated { timestamp: Timestamp::parse(&text)?, ambiguous: false })
    }
}

fn put<T>(place: &mut Option<T>, value: T) -> Option<()> {
    if place.is_some() {
        return None;
    }
    *place = Some(value);
    Some(())
}

/// Hour, minute, second if given.
type Time = (u8, u8, Option<u8>);

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half_of_day(word: &str) -> Option<Half> {
    match word {
        "am" | "a.m." | "a.m" => Some(Half::Morning),
        "pm" | "p.m." | "p.m" => Some(Half::Afternoon),
        _ => None,
    }
}

/// `14:05`, `14:05:30`, `2.05pm`, `5pm`, `14:05:30+01:00`, `14h05`; zones stuck to the time are left out unless numeric.
fn clock(word: &str) -> Option<(Time, Option<Half>)> {
    let end = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(word.len());
    let (digits, rest) = (word[..end].trim_end_matches('.'), &word[end..]);
    let half = half_of_day(rest);
    if !(rest.is_empty() || half.is_some()) || !(digits.contains(':') || half.is_some()) {
        return None;
    }
    let mut numbers = digits.split([':', '.']).map(|part| if part.len() <= 2 { part.parse::<u8>().ok() } else { None });
    let hour = numbers.next()??;
    let minute = numbers.next().map_or(Some(0), |minute| minute)?;
    let second = numbers.next().map_or(Some(None), |second| second.map(Some))?;
    let fits = hour < 24 && minute < 60 && second.is_none_or(|second| second < 60) && numbers.next().is_none();
    fits.then_some(((hour, minute, second), half))
}

/// `12/04/2022`, `12.4.2022`, `12-04-2022`.
fn slashed(word: &str) -> Option<(u8, u8, u16)> {
    let mut numbers = word.split(['/', '.', '-']);
    let (first, second, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || first.len() > 2 || second.len() > 2 || year.len() != 4 {
        return None;
    }
    let (first, second, year) = (first.parse().ok()?, second.parse().ok()?, year.parse().ok()?);
    ((1..=31).contains(&first) && (1..=31).contains(&second)).then_some((first, second, year))
}

/// `2022/04/12`, `2022.04.12`, `2022-4-12`.
fn year_first(word: &str) -> Option<(u16, u8, u8)> {
    let mut numbers = word.split(['/', '.', '-']);
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || year.len() != 4 {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

pub(crate) fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_lowercase();
    MONTHS.iter().zip(1..).find(|(names, _)| names.split(' ').any(|name| name == word)).map(|(_, number)| number)
}

/// Months in English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Russian, Ukrainian and Polish.
const MONTHS: [&str; 12] = [
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января январь січня styczeń stycznia",
    "february feb februar février févr fevrier febrero febbraio fevereiro fev februari февраля февраль лютого lutego",
    "march mar märz maerz mrz mars marzo março marco maart mrt marts марта март березня marca",
    "april apr avril avr abril abr aprile апреля апрель квітня kwietnia",
    "may mai mayo maggio mag maio mei maj мая май травня maja",
    "june jun juni juin junio giugno giu junho июня июнь червня czerwca",
    "july jul juli juillet juil julio luglio lug julho июля июль липня lipca",
    "august aug août aout agosto ago augustus augusti августа август серпня sierpnia",
    "september sep sept septembre septiembre setiembre settembre setembro set сентября сентябрь вересня września",
    "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь жовтня października",
    "november nov novembre noviembre novembro ноября ноябрь листопада listopada",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember декабря декабрь грудня grudnia",
];

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.trim_end_matches('.');
    matches!(word, "tues" | "wednes" | "thur" | "thurs")
        || DAYS.iter().any(|day| word == *day || word == &day[..3])
        || WEEKDAYS.split(' ').any(|day| word == day)
}

/// Weekdays in German, French, Spanish, Italian, Portuguese and Dutch.
const WEEKDAYS: &str = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo \
lunedì martedì mercoledì giovedì venerdì sabato domenica \
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira \
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";

/// Words that stand around a date without being part of it.
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "at" | "on"
            | "of"
            | "the"
            | "date"
            | "updated"
            | "published"
            | "posted"
            | "modified"
            | "first"
            | "last"
            | "-"
            | "–"
            | "—"
    )
}

/// The offset of a zone that has one meaning; letters that have several give an empty offset, so
/// that the time stays as the outlet's own.
pub(crate) fn zone(word: &str) -> Option<String> {
    let numeric = word.strip_prefix("gmt").or_else(|| word.strip_prefix("utc")).unwrap_or(word);
    if numeric.starts_with(['+', '-']) {
        let digits: String = numeric.chars().filter(char::is_ascii_digit).collect();
        let digits = if digits.len() <= 2 { format!("{digits:0>2}00") } else { digits };
        let (hours, minutes) = (digits.get(..2)?, digits.get(2..4)?);
        return Some(format!("{}{hours}:{minutes}", &numeric[..1]));
    }
    let offset = match word {
        "z" | "utc" | "gmt" | "ut" => "Z",
        "bst" | "cet" | "mez" | "west" | "wat" => "+01:00",
        "cest" | "mesz" | "eet" | "sast" => "+02:00",
        "eest" | "msk" => "+03:00",
        "pkt" => "+05:00",
        "wib" => "+07:00",
        "awst" | "hkt" | "sgt" => "+08:00",
        "jst" | "kst" => "+09:00",
        "aest" => "+10:00",
        "aedt" => "+11:00",
        "nzst" => "+12:00",
        "nzdt" => "+13:00",
        "edt" => "-04:00",
        "est" | "cdt" => "-05:00",
        "cst" | "mdt" => "-06:00",
        "mst" | "pdt" => "-07:00",
        "pst" => "-08:00",
        "et" | "ct" | "mt" | "pt" | "ist" | "local" => "",
        _ => return None,
    };
    Some(offset.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let read = read(text, None).map(|dated| (dated.timestamp.as_str().to_owned(), dated.ambiguous));
        assert_eq!(read, Some((expected.to_owned(), false)), "{text:?}");
    }

    #[test]
    fn iso_keeps_its_precision() {
        check("2022-04-12", "2022-04-12");
        check("2022-04-12T14:05:30Z", "2022-04-12T14:05:30Z");
        check(" 2022-04 ", "2022-04");
        check("2022/04/12", "2022-04-12");
        check("2022-4-2 14:05", "2022-04-02T14:05");
        check("20220412", "2022-04-12");
        check("20220412T140530Z", "2022-04-12T14:05:30Z");
        check("20220412140530", "2022-04-12T14:05:30");
        check("20220412T1405+0100", "2022-04-12T14:05+01:00");
    }

    #[test]
    fn mail_dates_keep_their_offset() {
        check("Tue, 12 Apr 2022 14:05:30 +0100", "2022-04-12T14:05:30+01:00");
        check("Tue, 12 Apr 2022 14:05:30 GMT", "2022-04-12T14:05:30Z");
        check("Tue, 12 Apr 2022 14:05:30 EDT", "2022-04-12T14:05:30-04:00");
    }

    #[test]
    fn months_are_read_by_name_in_any_order() {
        check("12 April 2022", "2022-04-12");
        check("April 12, 2022", "2022-04-12");
        check("Apr. 12, 2022", "2022-04-12");
        check("12th of April 2022", "2022-04-12");
        check("12-Apr-2022", "2022-04-12");
        check("Tuesday 12 April 2022", "2022-04-12");
        check("April 2022", "2022-04");
        check("Sept 3, 2021", "2021-09-03");
    }

    #[test]
    fn weekdays_and_months_are_known_in_seven_languages() {
        check("3. Mai 2031 Samstag 10:14 AM GMT", "2031-05-03T10:14Z");
        check("samedi 3 mai 2031", "2031-05-03");
        check("1er août 2031", "2031-08-01");
        check("sábado 3 mayo 2031", "2031-05-03");
        check("sabato 3 maggio 2031", "2031-05-03");
        check("sexta-feira 2 maio 2031", "2031-05-02");
        check("zaterdag 3 mei 2031", "2031-05-03");
    }

    #[test]
    fn hours_are_put_on_one_clock() {
        check("April 12, 2022 2:05 p.m. EDT", "2022-04-12T14:05-04:00");
        check("April 12, 2022 at 12:05 AM", "2022-04-12T00:05");
        check("12 April 2022, 5pm", "2022-04-12T17:00");
        check("Published: 12 April 2022 14.05pm", "2022-04-12T14:05");
        check("12 April 2022 14:05 BST", "2022-04-12T14:05+01:00");
        check("12 April 2022 2:05 pm ET", "2022-04-12T14:05");
        check("12 April 2022 14:05 GMT+2", "2022-04-12T14:05+02:00");
    }

    #[test]
    fn seconds_since_1970_are_moments() {
        check("1649772330", "2022-04-12T14:05:30Z");
        check("1649772330.0", "2022-04-12T14:05:30Z");
        check("1649772330123", "2022-04-12T14:05:30Z");
    }

    #[test]
    fn slashes_are_precise_only_where_they_have_one_meaning() {
        check("25/04/2022", "2022-04-25");
        check("04/25/2022", "2022-04-25");
        check("04/04/2022", "2022-04-04");
        let either = read("12/04/2022", None).expect("a date");
        assert_eq!((either.timestamp.as_str(), either.ambiguous), ("2022", true));
    }

    #[test]
    fn the_other_rows_tell_the_day_from_the_month() {
        let order = DayOrder::told_by(["12/04/2022", "25/04/2022 14:05", "", "n/a"]);
        assert_eq!(order, Some(DayOrder::DayFirst));
        assert_eq!(read("12/04/2022", order).expect("a date").timestamp.as_str(), "2022-04-12");
        assert_eq!(DayOrder::told_by(["12/04/2022"]), None);
        assert_eq!(DayOrder::told_by(["25/04/2022", "04/25/2022"]), None);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "yesterday",
            "April",
            "12 April",
            "31 February 2022",
            "12 April 2022 was a Tuesday",
            "12/04/22",
            "0912",
            "99999999999",
            "May 3 and May 4, 2022",
            "０1/02/2022",
            "é",
        ] {
            assert_eq!(read(text, None), None, "{text:?}");
        }
    }
}
