//! Page furniture: lines that stand around an article and are no part of it, as they get into
//! pasted text and saved pages: read times, buttons, teasers, captions, credits, counters.
//!
//! Rules look at whole lines. A sentence that merely mentions such a thing stays.

use crate::{
    dates_in_text::dates_in,
    plain::{ends_as_sentence, words},
};
use regex::{Regex, RegexSet};
use std::sync::LazyLock;
use story::Timestamp;

/// Whether `line` is page furniture, wherever it stands.
pub(crate) fn is_furniture(line: &str) -> bool {
    let line = line.trim();
    !line.chars().any(char::is_alphanumeric)
        || SENTENCES.is_match(line)
        || (words(line) <= 30 && SHORT.is_match(line))
        || is_teaser(line)
        || is_buttons(line)
        || is_breadcrumb(line)
        || is_caption(line)
}

/// Whether `line` heads a list of other articles: what follows is furniture until prose returns.
pub(crate) fn heads_a_list(line: &str) -> bool {
    static HEADS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:related(?: (?:articles?|stories|news|topics|content|coverage|links))?|more (?:from|on|in|about)\b.{0,40}|more (?:stories|news)|most (?:read|popular|viewed|shared)(?: (?:in|on|articles|stories|news)\b.{0,20})?|explore further|don['’]t miss|read (?:next|more|also)|recommended(?: (?:for you|stories|articles|reading))?|you (?:may|might) also (?:like|be interested in)|(?:top|latest|trending|other|popular) (?:stories|news|articles|videos|now)|trending|editors?['’]?s? picks?|what to read next|up next|around the web|from our partners|sponsored(?: (?:content|links|stories))?|promoted(?: (?:content|stories))?|mehr zum thema|lire aussi|à lire aussi|lee también|leggi anche)\s*[:.…]*$",
        )
    });
    HEADS.is_match(line.trim())
}

/// Who wrote it, if `line` says only that: `By Jane Doe and John Roe, Political Editor`.
pub(crate) fn byline(line: &str) -> Option<String> {
    static BY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?i:by|written by|reported by|words by|story by|author|von|par|por|di|door|av|af)\s*:?\s+(?P<who>[\p{Lu}@].*)$",
        )
        .expect("a pattern of ours compiles")
    });
    let who = BY.captures(line.trim())?.name("who")?.as_str();
    let who = match dates_in(who).first() {
        Some(date) => before_label(&who[..date.range.start]),
        None => who,
    };
    let who = who.split(['|', '•', '·']).next()?.trim().trim_end_matches([',', ';', '-', '–', '—', '.']).trim_end();
    let is_name = words(who) <= 14 && who.chars().any(char::is_alphabetic) && !ends_as_sentence(line);
    is_name.then(|| who.to_owned())
}

/// When a line that says only this says it was published and changed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct DateLine {
    pub(crate) published: Option<Timestamp>,
    pub(crate) modified: Option<Timestamp>,
}

/// Reads a line that holds a date and, beside it, at most a label, a weekday and a place or two.
pub(crate) fn date_line(line: &str) -> Option<DateLine> {
    let dates = dates_in(line);
    let (mut found, mut rest, mut at) = (DateLine::default(), String::new(), 0);
    for date in dates {
        let label = &line[at..date.range.start];
        let place = if is_label_of_change(label) { &mut found.modified } else { &mut found.published };
        place.get_or_insert(date.moment);
        rest.push_str(label);
        at = date.range.end;
    }
    rest.push_str(&line[at..]);
    (at > 0 && is_beside_a_date(&rest)).then_some(found)
}

fn is_label_of_change(label: &str) -> bool {
    static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(?:(?:last )?(?:updated?|modified|edited|changed)|revised|aktualisiert|stand|geändert|mis à jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt)\b",
        )
    });
    CHANGE.is_match(label)
}

/// Whether what is left of a line without its dates says nothing of its own.
fn is_beside_a_date(rest: &str) -> bool {
    static SAID: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(?:first|last|date|time|published|posted|created|issued|publication|updated?|modified|edited|changed|revised|\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago|on|at|of|the|am|pm|uhr|um|et|pt|ist|cst|local|veröffentlicht|aktualisiert|stand|geändert|publié|mis|à|jour|modifié|le|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\d+ min(?:ute)?s?(?: read)?|\d{1,2}[:.]\d\d)\b",
        )
    });
    let left = SAID.replace_all(rest, " ");
    let left: Vec<&str> = left.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    left.len() <= 2 && !ends_as_sentence(rest)
}

/// `Jane Doe, published ` without its label.
fn before_label(who: &str) -> &str {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"[\s,;|•·–—-]*(?:\b(?:published|posted|updated|last updated|on|(?:publiziert|veröffentlicht|erschienen|aktualisiert)(?: am)?|am|publié(?: le)?|le|publicado(?: el)?|el|pubblicato(?: il)?|il)\b)?[\s:,;|•·–—-]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$",
        )
    });
    LABEL.find(who).map_or(who, |label| &who[..label.start()])
}

/// Furniture that may be as long as a sentence.
static SENTENCES: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^(?:we use|this (?:web)?site uses|our (?:web)?site uses|by (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:web)?site|we and our partners|we value your privacy)\b",
        r"^(?:accept|reject|manage|allow) (?:all )?(?:cookies|consent|preferences)\b",
        r"^(?:please )?(?:enable|turn on) (?:javascript|cookies)\b|\b(?:your browser does not support|javascript is (?:disabled|required))\b",
        r"^(?:sign up|subscribe|register)(?: now| here| today| free)*(?: for| to)?(?: our| the| free| daily| weekly| morning| evening| breaking| a| more| your| this| receive| get)*\b.{0,40}\b(?:newsletters?|alerts?|emails?|inbox|updates|briefing|channel|podcast)\b",
        r"^(?:get|receive) (?:the|our|all|your|more|breaking|top|daily|latest) .{0,60}\b(?:newsletter|inbox|app|email|alerts?|notifications?)\b",
        r"^(?:follow|like|join|find|connect with) (?:us|@\w+|our|.{1,40}) on (?:twitter|x|facebook|instagram|whatsapp|telegram|youtube|linkedin|tiktok|bluesky|mastodon|threads|google news|flipboard)\b",
        r"^(?:download|get|install|try) (?:the|our) .{0,40}\bapps?\b",
        r"^(?:this|the) (?:article|story|post|page) (?:is|was|has been|first|originally|may|contains)\b.{0,40}(?:\bmore than \d+ years? old|\boriginally (?:appeared|published)|\bfirst (?:appeared|published)|\bsubscribers?\b|\bsubscription\b|\baffiliate\b|\bupdated\.?$)",
        r"^(?:additional )?(?:reporting|writing|editing|compiled|edited|translated|with (?:additional )?reporting) by (?-i:\p{Lu}).{0,200}$|^with inputs? from .{0,80}$|^\((?:additional )?(?:reporting|writing|editing|compiled|edited)\b.{0,200}\)\.?$",
        r"^(?:all rights reserved|©|\(c\) ?(?:copyright )?(?:19|20)\d\d|copyright\s*(?:©|ⓒ|\(c\)|(?:19|20)\d\d|:)).{0,200}$|^.{0,80}\ball rights reserved\.?$",
        r"^(?:click|tap) here (?:to|for)\b|^(?:have|got) (?:a|any) (?:tip|news tip|story|question|comment)s?\b.{0,80}(?:\?|contact|email|send|write)",
        r"^(?:do you have|to contact|contact) (?:the|our|us|a|any)\b.{0,40}\b(?:author|reporter|editor|newsroom|us|comment|story|tip)s?\b.{0,80}(?:@|\?|email|e-mail)",
        r"^support (?:our|independent|local|quality|free|public|us)\b.{0,60}\b(?:journalism|reporting|newsroom|work|today)\b.{0,80}$|^(?:help us|help fund|donate to)\b.{0,60}\b(?:journalism|reporting|newsroom|us)\b.{0,80}$|^become an? (?:member|subscriber|supporter|patron)\b.{0,80}$",
        r"^(?:already (?:a|have) (?:a |an )?(?:subscriber|subscription|member|account)|log in|sign in|login|create (?:a|an) (?:free )?account)\b.{0,80}$",
        r"^(?:to (?:continue|keep) reading|you (?:have|'ve|’ve) (?:reached|read)|this (?:content|article) is (?:only )?(?:for|available to))\b.{0,120}$",
        r"^(?:stay (?:up to date|informed|tuned|connected))\b.{0,80}\b(?:newsletter|app|us|news)\b",
    ])
});

/// Furniture that is a line of at most thirty words.
static SHORT: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        // read times
        r"^(?:(?:estimated )?(?:reading|read|listening) time|time to read|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid)\s*[:：]?\s*(?:about |ca\.? |~|<)?\s*\d+\b.{0,20}$",
        r"^(?:about |~|<)?\s*\d+\s*[-–]?\s*min(?:ute)?s?\.?\s*(?:read|to read|reading(?: time)?|de lecture|de lectura|di lettura|listen|watch|lesezeit|leestijd)\b.{0,10}$",
        r"^(?:read more|continue reading|keep reading|show more|load more|see more|view more|learn more|find out more|scroll (?:down )?(?:to|for) (?:continue|more)|skip (?:to|past|advert|ad)|jump to (?:content|navigation|comments|main|section)|back to top|go to top|top of page|(?:story|article|post|text) continues (?:below|after)|continues after (?:the )?(?:ad|promotion))\b.{0,60}$",
        // advertisements and buttons
        r"^(?:advertisement|advertising|advertorial|ads? by .{1,30}|sponsored(?: by .{1,40}| content)?|paid (?:post|content|partnership)|promoted|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|reklama?|annonce)\s*[:.]?(?: scroll.{0,30})?$",
        r"^(?:share|print|save|email|e-mail|send|tweet|bookmark|listen to|comment on|report|flag|gift) (?:this|the|an?) (?:article|story|page|link|post|comment|error|mistake|typo)\b.{0,25}$",
        r"^(?:share|save|tweet|email|send|post) (?:via|on|with|to|by) (?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|messenger|threads|bluesky|e-?mail|sms|a friend|friends)\b.{0,25}$",
        r"^(?:share|follow|tweet|comments?|shares?|likes?|views?|reactions?|print|email|whatsapp|facebook|twitter|telegram|linkedin|reddit|pinterest|link copied|copied)\s*[:!(]?\s*[\d.,]*\s*[km]?\s*\)?$",
        r"^[\d.,]+\s*[km]?\s*(?:comments?|shares?|likes?|views?|reactions?|retweets?|replies|followers|readers?)\b(?:\s*[|·•]?\s*[\d.,]+\s*[km]?\s*(?:comments?|shares?|likes?|views?))*$",
        r"^(?:leave|post|write|add|view|read|show|join) (?:a |the |all |your )?(?:\d+ )?(?:comments?|reply|conversation|discussion)\b.{0,30}$",
        r"^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|more about|sections?|themen|mots[- ]clés|etiquetas)\s*[:：].{0,200}$",
        r"^(?:published in|posted in|appeared in|from)\s*:\s.{0,60}$",
        // addresses
        r"^(?:(?:url|link|permalink|adresse?|source|quelle)\s*:\s*)?(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+/\S*$|^\S+@\S+\.\w+$|^@\w{2,30}$",
        r"^(?:follow\s.{1,60}|twitter\s*:?\s*)@\w{2,30}\.?$",
        // times that hang on the day of reading
        r"^(?:(?:published|posted|updated|last updated)\s*:?\s*)?(?:\d+|an?) (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\W*(?:updated\b.{0,30})?$",
        r"^.{2,120}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,60}$",
        r"^(?:write to|reach|email|contact|follow|more) .{1,100}(?:\S@\S|https?://|twitter\.com/|[\s(]@\w)\S*.{0,60}$",
        r"^like (?:this|what)\b.{0,40}\?.{0,80}$",
        r"^our standards\s*:.{0,80}$",
        // buttons of print views
        r"^(?:(?:artikel|seite) drucken|drucken|fenster schließen|imprimer|fermer(?: la fenêtre)?|imprimir|cerrar(?: ventana)?|stampa|print this page|close (?:this )?window)(?:\s*[|/·•]\s*.{1,40})?$",
        // times of day alone: of posts
        r"^(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d)?)\s*(?:uhr|[ap]\.?m\.?)?(?:\s*(?:gmt|bst|utc|cet|cest|e[sd]t))?$",
        // numbers alone: counters and page numbers
        r"^\(?\d+\)?$|^page \d+(?: of \d+)?$",
    ])
});

/// Whether the line points to something else: `Read more: Who owns the ferries?`
pub(crate) fn is_teaser(line: &str) -> bool {
    static TEASER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\[?(?:also|read(?: more| also| next| on| here| the full (?:story|article|report))?|also read|see also|see more|related(?: article| post| story| news| video)?s?|more(?: on this| on this story| here| like this)?|watch(?: more| now| live| also| video)?|listen(?: now| here)?|recommended|don['’]t miss|up next|in (?:pictures|photos)|must read|further reading|live(?: updates| blog)?|lire aussi|à lire(?: aussi)?|lee también|leggi anche|lesen sie auch|mehr zum thema|lees ook)\s*(?:[:：|»>→]|\s[-–—]\s)",
        )
    });
    words(line) <= 30 && TEASER.is_match(line.trim())
}

/// Whether the line is made of nothing but the words of buttons, rubrics and menus.
fn is_buttons(line: &str) -> bool {
    let mut count = 0;
    let all = line
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
        .filter(|w| !w.is_empty())
        .all(|word| {
            count += 1;
            BUTTONS.contains(&word.to_lowercase().as_str())
        });
    all && count <= 8
}

/// Words of menus and buttons. `live story` and `breaking news` are rubrics, whatever their page.
const BUTTONS: &[&str] = &[
    "account",
    "advertisement",
    "alerts",
    "all",
    "analysis",
    "app",
    "article",
    "articles",
    "audio",
    "bookmark",
    "breaking",
    "close",
    "comment",
    "comments",
    "contact",
    "cookies",
    "copy",
    "developing",
    "download",
    "e-mail",
    "email",
    "exclusive",
    "explainer",
    "facebook",
    "feature",
    "follow",
    "gallery",
    "headlines",
    "home",
    "homepage",
    "instagram",
    "latest",
    "like",
    "link",
    "linkedin",
    "listen",
    "live",
    "log",
    "login",
    "menu",
    "messenger",
    "more",
    "most",
    "navigation",
    "news",
    "newsletter",
    "newsletters",
    "next",
    "now",
    "on",
    "opinion",
    "photos",
    "pinterest",
    "play",
    "podcast",
    "podcasts",
    "popular",
    "posted",
    "published",
    "previous",
    "print",
    "privacy",
    "read",
    "recommended",
    "reddit",
    "register",
    "related",
    "reply",
    "rss",
    "save",
    "search",
    "share",
    "sign",
    "sections",
    "section",
    "sms",
    "sponsored",
    "stories",
    "story",
    "subscribe",
    "subscription",
    "tags",
    "telegram",
    "this",
    "threads",
    "to",
    "today",
    "top",
    "topics",
    "trending",
    "tweet",
    "twitter",
    "up",
    "update",
    "updated",
    "updates",
    "us",
    "video",
    "videos",
    "watch",
    "whatsapp",
    "with",
    "your",
    "youtube",
];

/// `Home > World > Asia`.
fn is_breadcrumb(line: &str) -> bool {
    let parts: Vec<&str> = [" > ", " » ", " › ", " → "]
        .into_iter()
        .fold(vec![line], |parts, bar| parts.into_iter().flat_map(|part| part.split(bar)).collect());
    let are_rubrics = parts.iter().all(|part| (1..=4).contains(&words(part)));
    parts.len() >= 2 && words(line) <= 16 && are_rubrics && !ends_as_sentence(line)
}

/// Whether the line is a picture's caption or credit: it names a picture agency or a photographer.
pub(crate) fn is_caption(line: &str) -> bool {
    words(line) <= 80 && CAPTIONS.is_match(line.trim())
}

static CAPTIONS: LazyLock<RegexSet> = LazyLock::new(|| {
    let agency = r"(?:getty(?: images)?|afp|ap|ap photo|reuters|epa(?:-efe)?|efe|anadolu(?: agency| ajansı)?|aa|dpa|pa(?: images| media| wire)?|ansa|tass|xinhua|bloomberg|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|adobe stock|imago(?: images)?|picture[- ]alliance|rex(?: features)?|zuma(?: press)?|nurphoto|sipa(?: usa)?|unsplash|pixabay|wikimedia commons|file(?: photo| image| picture)?|archive(?: photo)?|handout|courtesy(?: of)?[^\])]{0,40}|screengrab|screenshot|stock(?: photo| image)?)";
    let credit = format!(r"{agency}(?:\s*(?:/|,|via|and|\|)\s*[^\])]{{1,60}})?");
    let picture = r"(?:photo(?:graph|graphy|s)?|picture|image|pic|video|illustration|graphic|foto|bild|crédit(?: photo)?|fotografía|fotoğraf)";
    set(&[
        &format!(r"\[\s*(?:{picture}(?: by| credit)?\s*[:/]?\s*)?(?:[^\]]{{1,60}}/)?{credit}\s*\]\.?$"),
        // A credit in square brackets needs no agency that is known: nobody else ends a line that way.
        r#"[^.!?…”"’\s]\s*\[\p{Lu}[\p{L}\d .&'/-]{1,40}\]$"#,
        &format!(r#"[^.!?…”"’\s]\s*\(\s*{credit}\s*\)$"#),
        &format!(r"\(\s*{picture}(?: (?:by|credit|courtesy|via))?\s*[:/]?\s*[^)]{{2,80}}\)\.?$"),
        r"\(\s*(?:ap|afp|reuters|epa|getty|getty images)[^)]{0,5}(?:photo|/|via)[^)]{0,60}\)\.?$",
        r"^\W?\s*(?:getty images|(?:ap|afp|epa|reuters|pa) ?(?:photo|images?)?)(?:\s*/\s*[\p{L} .'-]{1,40})*$",
        &format!(r"^(?:{picture}|image)\s*(?:credits?|source|caption|courtesy|copyright|by)?\s*[:：©]\s*\S.{{0,160}}$"),
        r"^(?:image|photo|media|video|picture)\s*(?:source|caption|credit|copyright)\b[\s,:：]?.{0,300}$",
        r"\b(?:photograph|photo|foto|image|picture|credit|crédit|bild|quelle)\s*:\s*[^.:]{2,60}(?:/[^.]{2,40})?$",
        r"(?:^|[\s/])[\p{Lu}][^.:]{1,40}\s?/\s?(?:getty images|afp|ap|reuters|epa|shutterstock|alamy|bloomberg|rex|zuma)(?: file(?: photo)?)?(?: via [\p{L} ]{2,30})?$",
        r"^\(?(?:file|archive|handout|representational|representative|stock) (?:photo|image|picture|footage)s?\b.{0,80}$",
    ])
});

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("a pattern of ours compiles")
}

fn set(patterns: &[&str]) -> RegexSet {
    RegexSet::new(patterns.iter().map(|text| format!("(?i){text}"))).expect("patterns of ours compile")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_goes(lines: &[&str]) {
        for line in lines {
            assert!(is_furniture(line), "should go: {line}");
        }
    }

    fn check_stays(lines: &[&str]) {
        for line in lines {
            assert!(!is_furniture(line), "should stay: {line}");
        }
    }

    #[test]
    fn read_times_go() {
        check_goes(&["3 min read", "5-minute read", "Reading time: 4 minutes", "Lesezeit: 3 Min.", "2 min de lecture"]);
        check_stays(&["The ship sank 3 minutes after it hit the pier.", "It is a 3 min read, he said."]);
    }

    #[test]
    fn buttons_and_rubrics_go() {
        check_goes(&[
            "Live Story",
            "Share",
            "Share this article",
            "Facebook Twitter WhatsApp",
            "Print | Email | Save",
            "Breaking News",
            "Follow us on Twitter",
            "Comments (12)",
            "1.2K shares",
            "Leave a comment",
            "Skip to main content",
            "Advertisement",
            "Copy link",
            "Published",
            "5 hours ago",
            "Share on WhatsApp",
            "Related",
            "Watch live",
        ]);
        check_stays(&[
            "Live rounds were fired.",
            "A long way home",
            "Share prices fell by a tenth",
            "Comments by the minister",
        ]);
    }

    #[test]
    fn teasers_go() {
        check_goes(&[
            "Read more: Ferry owner knew of leak",
            "ALSO READ | Who owns the port?",
            "Related: Harbour plans",
            "Continue reading below",
        ]);
        check_stays(&[
            "Read the letter in full, the union demanded.",
            "Watch out for ice on the roads.",
            "Background: the ferry was built in 1987",
            "Full story of the night emerges",
        ]);
    }

    #[test]
    fn captions_and_credits_go() {
        check_goes(&[
            "A ferry leaves the harbour of Port Alder [Getty]",
            "Flames over the pier on Monday [Alder Pressbild]",
            "Rescuers at the pier (Photo by Ana Roe/Getty Images)",
            "Rescuers at the pier on Monday. (AP Photo/Ana Roe)",
            "The pier after the storm. Photograph: Ana Roe/AFP/Getty Images",
            "Image source, Reuters",
            "Photo: Harbour Authority",
            "The minister arrives at the scene (Reuters)",
            "File photo of the ferry",
        ]);
        check_stays(&[
            "The ferry sank within minutes, officials said. (Reuters)",
            "He told Reuters the photo was old.",
            "\"[If] the talks fail, we expect more,\" she said.",
        ]);
    }

    #[test]
    fn requests_to_the_reader_go() {
        check_goes(&[
            "Sign up for our daily newsletter",
            "Subscribe to our newsletter and never miss a story.",
            "We use cookies to improve your experience.",
            "This article is more than 2 years old",
            "Already a subscriber? Log in",
            "© 2022 The Alder Post. All rights reserved.",
            "(Reporting by Ana Roe; Editing by Bo Lee)",
            "Ana Roe contributed to this report.",
            "Write to Ana Roe at ana@alderpost.example",
            "Like this story? Share it with a friend!",
        ]);
        check_stays(&[
            "Sign up sheets hung on the wall of the town hall.",
            "The company said it uses cookies on its site.",
            "The port contributed to this decline.",
            "More than 100 people called the port at 555 0100.",
            "Support for the minister fell today, a poll for us showed.",
            "Copyright reform passes in parliament",
            "Report on safety was withheld for months",
            "The report was updated on Monday to name two more victims.",
            "Reporting from the pier was forbidden.",
        ]);
    }

    #[test]
    fn breadcrumbs_and_counters_go() {
        check_goes(&[
            "Home > World > Asia",
            "News » Politics",
            "***",
            "12",
            "Page 2 of 3",
            "www.example.com/ferry",
            "alderpost.example/ferry",
        ]);
        check_stays(&["The toll rose to 12", "Prices: 3 > 2, he wrote on the board."]);
    }

    #[test]
    fn lists_of_other_articles_have_heads() {
        for line in ["Related articles", "Most read", "More from Asia", "You may also like", "RECOMMENDED", "Read next"]
        {
            assert!(heads_a_list(line), "{line}");
        }
        assert!(!heads_a_list("More than 20 people died"));
    }

    #[test]
    fn a_byline_names_who_wrote() {
        let cases = [
            ("By Jane Doe", Some("Jane Doe")),
            ("BY JANE DOE AND JOHN ROE", Some("JANE DOE AND JOHN ROE")),
            ("By Jane Doe, Political Editor | Published 12 April 2022", Some("Jane Doe, Political Editor")),
            ("By Jane Doe, Tuesday 12 April 2022", Some("Jane Doe")),
            ("Von Jana Muster", Some("Jana Muster")),
            ("By the time help came, it was over.", None),
            ("By Monday the water had gone.", None),
        ];
        for (line, expected) in cases {
            assert_eq!(byline(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_date_line_holds_little_but_dates() {
        let check = |line: &str, published: Option<&str>, modified: Option<&str>| {
            let found = date_line(line).unwrap_or_else(|| panic!("{line:?} is a date line"));
            let text = |moment: Option<Timestamp>| moment.map(|moment| moment.to_string());
            assert_eq!(
                (text(found.published).as_deref(), text(found.modified).as_deref()),
                (published, modified),
                "{line}"
            );
        };
        check("12 April, 2022", Some("2022-04-12"), None);
        check("Tuesday 12 April 2022 14.05 BST", Some("2022-04-12T14:05+01:00"), None);
        check(
            "Published 12 April 2022 | Last updated on 13 April 2022 at 9:30",
            Some("2022-04-12"),
            Some("2022-04-13T09:30"),
        );
        check("Updated: April 13, 2022", None, Some("2022-04-13"));
        assert_eq!(date_line("The war began on 12 April 2022 in the east"), None);
        assert_eq!(date_line("No date"), None);
    }
}
