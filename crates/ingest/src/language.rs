//! The language of an article, as an ISO 639-1 code.

use whatlang::Lang;

/// Characters below which statistics are not asked: on a few words they are often wrong.
const ENOUGH: usize = 60;
/// Characters from which statistics may overrule what a page declares: templates declare the
/// language of their maker.
const PLENTY: usize = 400;

/// The language of `paragraphs`. `declared` is a tag such as `en-GB`, or a name such as `English`. `und` where nothing tells.
pub(crate) fn language(paragraphs: &[String], declared: Option<&str>) -> String {
    let text = sample(paragraphs);
    let detected = whatlang::detect(&text).filter(|info| info.is_reliable() && text.chars().count() >= ENOUGH);
    let detected = detected.and_then(|info| code(info.lang()));
    let declared = declared.and_then(|declared| primary(declared).or_else(|| named(declared).map(str::to_owned)));
    let overrules = text.chars().count() >= PLENTY && declared.as_deref().is_some_and(is_known);
    match (declared, detected) {
        (Some(_), Some(detected)) if overrules => detected.into(),
        (Some(declared), _) => declared,
        (None, Some(detected)) => detected.into(),
        (None, None) => "und".into(),
    }
}

/// Enough of the text to tell: the first few thousand characters.
fn sample(paragraphs: &[String]) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        if text.len() > 8_000 {
            break;
        }
        text.extend(paragraph.chars().take(4_000));
        text.push('\n');
    }
    text
}

/// `en` of `en-GB`, `pt` of `pt_BR`.
fn primary(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    let is_code = (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    let short = || Lang::from_code(&primary).and_then(code).map(str::to_owned);
    if !is_code || primary == "und" {
        return None;
    }
    Some(short().unwrap_or(primary))
}

/// The code of the language that a text names, in its own words or in those of a press database: `ENGLISH; ENGLISH`,
/// `Anglais`, `Chinese - Simplified`.
pub(crate) fn named(text: &str) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    let whole = text.split([';', ',', '|', '/', '(']).next().unwrap_or("").trim();
    let first = whole.split([' ', '-']).next().unwrap_or("");
    let find = |name: &str| NAMES.iter().find(|(_, names)| names.split(' ').any(|known| known == name));
    find(whole).or_else(|| find(first)).filter(|_| !first.is_empty()).map(|&(code, _)| code)
}

/// Whether a line is the name of a language and nothing else: `Chinese - Traditional`.
pub(crate) fn is_name(line: &str) -> bool {
    let name = line.trim().split(" - ").next().unwrap_or_default().to_lowercase();
    NAMES.iter().any(|(_, names)| names.split(' ').any(|known| known == name))
}

/// Names of languages in English, French, German, Spanish, and in the language itself.
const NAMES: &[(&str, &str)] = &[
    ("en", "english anglais englisch inglés ingles inglese inglês engels"),
    ("fr", "french français francais französisch francés francese francês frans"),
    ("de", "german allemand deutsch alemán aleman tedesco alemão duits"),
    ("es", "spanish espagnol spanisch español espanol castellano castilian spagnolo espanhol spaans"),
    ("it", "italian italien italienisch italiano italiaans"),
    ("pt", "portuguese portugais portugiesisch portugués portugues português portoghese portugees"),
    ("nl", "dutch néerlandais neerlandais niederländisch neerlandés nederlands olandese holandês"),
    ("ar", "arabic arabe arabisch árabe arabo العربية"),
    ("ru", "russian russe russisch ruso русский"),
    ("uk", "ukrainian ukrainien ukrainisch ucraniano українська"),
    ("zh", "chinese chinois chinesisch chino mandarin 中文 简体中文 繁體中文"),
    ("ja", "japanese japonais japanisch japonés 日本語"),
    ("ko", "korean coréen koreanisch coreano 한국어"),
    ("pl", "polish polonais polnisch polaco polski"),
    ("cs", "czech tchèque tschechisch checo čeština"),
    ("sk", "slovak slovaque slowakisch eslovaco slovenčina"),
    ("sv", "swedish suédois schwedisch sueco svenska"),
    ("nb", "norwegian norvégien norwegisch noruego norsk bokmål"),
    ("da", "danish danois dänisch danés dansk"),
    ("fi", "finnish finnois finnisch finlandés finés suomi"),
    ("tr", "turkish turc türkisch turco türkçe"),
    ("el", "greek grec griechisch griego ελληνικά"),
    ("he", "hebrew hébreu hebräisch hebreo עברית"),
    ("fa", "persian farsi persan persisch persa فارسی"),
    ("hi", "hindi हिन्दी"),
    ("bn", "bengali bangla বাংলা"),
    ("ur", "urdu ourdou اردو"),
    ("id", "indonesian indonésien indonesisch indonesio bahasa"),
    ("ms", "malay malais malaiisch malayo"),
    ("th", "thai thaï thailändisch tailandés ไทย"),
    ("vi", "vietnamese vietnamien vietnamesisch vietnamita"),
    ("hu", "hungarian hongrois ungarisch húngaro magyar"),
    ("ro", "romanian roumain rumänisch rumano română"),
    ("bg", "bulgarian bulgare bulgarisch búlgaro български"),
    ("hr", "croatian croate kroatisch croata hrvatski"),
    ("sr", "serbian serbe serbisch serbio srpski српски"),
    ("ca", "catalan katalanisch catalán català"),
    ("sw", "swahili kiswahili"),
];

/// Whether statistics can tell this language at all.
fn is_known(code_of_two: &str) -> bool {
    CODES.iter().any(|&(_, two)| two == code_of_two)
}

fn code(lang: Lang) -> Option<&'static str> {
    CODES.iter().find(|&&(known, _)| known == lang).map(|&(_, two)| two)
}

/// ISO 639-1 codes of what whatlang tells, from the Library of Congress's ISO 639-2 table.
const CODES: &[(Lang, &str)] = &[
    (Lang::Epo, "eo"),
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Cmn, "zh"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Ben, "bn"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Ukr, "uk"),
    (Lang::Kat, "ka"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Jpn, "ja"),
    (Lang::Heb, "he"),
    (Lang::Yid, "yi"),
    (Lang::Pol, "pl"),
    (Lang::Amh, "am"),
    (Lang::Jav, "jv"),
    (Lang::Kor, "ko"),
    (Lang::Nob, "nb"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Fin, "fi"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Bel, "be"),
    (Lang::Mar, "mr"),
    (Lang::Kan, "kn"),
    (Lang::Ron, "ro"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Tam, "ta"),
    (Lang::Vie, "vi"),
    (Lang::Urd, "ur"),
    (Lang::Tha, "th"),
    (Lang::Guj, "gu"),
    (Lang::Uzb, "uz"),
    (Lang::Pan, "pa"),
    (Lang::Aze, "az"),
    (Lang::Ind, "id"),
    (Lang::Tel, "te"),
    (Lang::Pes, "fa"),
    (Lang::Mal, "ml"),
    (Lang::Ori, "or"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Sin, "si"),
    (Lang::Khm, "km"),
    (Lang::Tuk, "tk"),
    (Lang::Aka, "ak"),
    (Lang::Zul, "zu"),
    (Lang::Sna, "sn"),
    (Lang::Afr, "af"),
    (Lang::Lat, "la"),
    (Lang::Slk, "sk"),
    (Lang::Cat, "ca"),
    (Lang::Tgl, "tl"),
    (Lang::Hye, "hy"),
    (Lang::Cym, "cy"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The ministry said that the ferry had sunk within minutes of leaving the harbour.";
    const GERMAN: &str = "Das Ministerium teilte mit, dass die Fähre kurz nach dem Auslaufen gesunken sei.";

    fn check(text: &str, declared: Option<&str>, expected: &str) {
        assert_eq!(language(&[text.to_owned()], declared), expected, "{text} {declared:?}");
    }

    #[test]
    fn a_sentence_tells_its_language() {
        check(ENGLISH, None, "en");
        check(GERMAN, None, "de");
        check("وقالت الوزارة إن العبارة غرقت في غضون دقائق من مغادرتها الميناء صباح اليوم", None, "ar");
    }

    #[test]
    fn few_words_tell_nothing() {
        check("No comment.", None, "und");
        check("", Some(""), "und");
    }

    #[test]
    fn a_declared_language_is_reduced_to_its_code() {
        check("Sunk", Some("en-GB"), "en");
        check("Sunk", Some("PT_br"), "pt");
        check("Sunk", Some("deu"), "de");
        check("Sunk", Some("{{ lang }}"), "und");
    }

    #[test]
    fn a_language_may_be_named_in_words() {
        check("Sunk", Some("ENGLISH; ENGLISH"), "en");
        check("Coulé", Some("Français"), "fr");
        check("沉没", Some("Chinese - Simplified"), "zh");
        check("Sunk", Some("Klingon"), "und");
    }

    #[test]
    fn long_text_overrules_its_declaration() {
        check(&GERMAN.repeat(6), Some("en"), "de");
        check(GERMAN, Some("en"), "en");
    }

    #[test]
    fn a_language_that_statistics_do_not_know_is_believed() {
        check(&ENGLISH.repeat(6), Some("gl"), "gl");
    }
}
