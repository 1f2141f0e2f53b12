//! Names by which newspapers, agencies and broadcasters call themselves.

/// Whether a line at the margin of a page is the name of an outlet: a few words, all capitalised, among them one by
/// which newspapers call themselves.
pub(crate) fn is_outlet(line: &str) -> bool {
    if line.chars().any(is_han) {
        let length = line.chars().count();
        return (3..=10).contains(&length) && HAN_ENDS.iter().any(|end| line.ends_with(end));
    }
    let lower = line.to_lowercase();
    let is_named = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| NAMES.contains(word)).count() == 1;
    let mut words = line.split_whitespace().filter(|word| !SMALL.contains(word));
    is_named
        && (2..=5).contains(&line.split_whitespace().count())
        && words.all(|word| !word.starts_with(char::is_lowercase) && word.starts_with(char::is_alphabetic))
        && !matches!(
            lower.split_whitespace().next(),
            Some("world" | "news" | "weekly" | "local" | "breaking" | "latest")
        )
        && !lower.ends_with(" news")
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

const HAN_ENDS: &[&str] = &["报", "報", "网", "網", "通讯社", "通訊社", "新闻", "新聞", "周刊", "週刊", "在线", "卫视"];

/// Words that a name has in lower case.
const SMALL: &[&str] = &[
    "of", "and", "the", "&", "de", "del", "des", "du", "la", "le", "les", "el", "los", "di", "della", "do", "da",
    "für", "und", "van", "der", "het",
];

/// Among them no word that headlines begin with, in any of the languages.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "advertiser", "argus", "chronicle", "courier", "daily", "dispatch", "echo", "examiner", "express", "gazette",
    "globe", "guardian", "herald", "independent", "inquirer", "journal", "ledger", "mail", "mercury", "mirror",
    "monitor", "news", "observer", "post", "press", "radio", "record", "register", "reporter", "review", "sentinel",
    "standard", "star", "sun", "telegraph", "times", "tribune", "voice", "weekly", "world",
    // German, Dutch, Nordic
    "anzeiger", "abendblatt", "allgemeine", "bote", "kurier", "morgenpost", "nachrichten", "rundschau", "tagblatt", "tageblatt",
    "zeitung", "courant", "dagblad", "nieuws", "volkskrant", "aftenposten", "avis", "dagbladet", "tidende", "tidning",
    // French
    "courrier", "dépêche", "écho", "figaro", "libération", "parisien", "progrès", "républicain",
    // Spanish, Portuguese, Italian
    "correo", "diario", "faro", "heraldo", "mundo", "noticias", "país", "periódico", "vanguardia", "correio", "diário",
    "folha", "jornal", "notícias", "público", "corriere", "gazzetta", "giornale", "messaggero", "mattino", "resto",
    // Russian, Ukrainian, Polish, Turkish
    "вестник", "ведомости", "газета", "известия", "новости", "правда", "вісник", "новини", "gazeta",
    "rzeczpospolita", "gazetesi",
    // Arabic, Hebrew
    "صحيفة", "جريدة", "وكالة", "עיתון", "ידיעות", "קול",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newspapers_are_known_by_their_names_in_many_languages() {
        for name in [
            "The Harbour Post",
            "Kesslitzer Anzeiger",
            "Le Courrier de Brévannes",
            "El Faro de Almenara",
            "海湾晚报",
            "صحيفة المرفأ",
        ] {
            assert!(is_outlet(name), "{name}");
        }
    }

    #[test]
    fn a_headline_is_no_newspaper() {
        for line in ["Post office burns down", "World News", "记者 周敏", "The ferry sank", "Breaking News Post"] {
            assert!(!is_outlet(line), "{line}");
        }
    }
}
