# Was ein Bericht mit eigener Stimme sagt: dieselben Meldungen wie en.ftl, mit denselben Lücken.
contents = Inhalt
boxes = Keine Schrift auf diesem Computer hat diese Zeichen; Kästchen stehen für sie. Ihr Text ist da und lässt sich kopieren:

summary = Überblick
findings = Wo die Berichte auseinandergehen
findings-about = Das Gewichtigste steht zuerst. Die Zahl ist die geschätzte Wahrscheinlichkeit, von 0 bis 1, dass ein Befund stimmt.
accounts = Die Berichte nebeneinander
accounts-about = Eine Zeile ist eine Aussage, eine Spalte ein Artikel. Wörter, die auseinandergehen, sind markiert und tragen das Zeichen ihres Befunds.
accounts-many = Von Artikeln, denen eine Zeile fehlt, wird die nächste Aussage genannt, wo ihre Wahrscheinlichkeit { $score } oder mehr beträgt.
accounts-few = Von Artikeln, denen eine Zeile fehlt, werden die nächsten Aussagen von höchstens dreien genannt: die ähnlichsten.
agreed = Aussagen, in denen die Berichte übereinstimmen
agreed-about = Zeilen, die mehrere Artikel tragen und in denen kein Unterschied gefunden wurde. Nachdrucke eines Textes zählen als ein Ursprung.
alike = Nur anders gesagt
alike-about = Diese Lesarten sehen verschieden aus und sagen dasselbe.
omissions = Auslassungen und Gewichtung
omissions-about = Wo jeder Artikel eine Aussage bringt, die nicht alle bringen. Nicht gefunden heißt nicht bestritten.
quotes = Zitate
quotes-about = Was mehrere Medien eine Person sagen lassen. Die erste Fassung ist die längste wörtliche; die anderen sind Wort für Wort danebengelegt.
figures = Zahlen und Zeiten
figures-about = Was mehrere Medien zählen, messen oder datieren, wo nicht alle dasselbe angeben.
sources = Quellen
sources-about = Wer laut den Artikeln wofür einsteht. Redeeinleitungen, die Partei nehmen, sind fett.
origins = Ursprünge
origins-about = Artikel, die einen Text teilen, etwa Agenturmeldung und Nachdruck, zählen als ein Ursprung: Sie bestätigen einander nicht.
decisions = Entscheidungen
decisions-about = Was der Bearbeiter dieses Berichts entschieden hat.
texts = Die Belege im Zusammenhang
texts-about = Die Absätze, in denen die markierten Wörter stehen. Die Zeichen führen zurück zu den Befunden.
articles = Die Artikel
articles-about = Was verglichen wurde, mit allem, was nötig ist, um es wiederzufinden.
method = Methode

articles-count = { $count ->
    [one] { $count } Artikel
   *[other] { $count } Artikel
 }
outlets-count = { $count ->
    [one] { $count } Medium
   *[other] { $count } Medien
 }
origins-count = { $count ->
    [one] { $count } Ursprung
   *[other] { $count } Ursprünge
 }
claims-count = { $count ->
    [one] { $count } Aussage
   *[other] { $count } Aussagen
 }
characters-count = { $count ->
    [one] { $count } Zeichen
   *[other] { $count } Zeichen
 }
published-on = erschienen am { $day }
published-between = erschienen vom { $first } bis { $last }
made-by = Verglichen von Rashomon, Engine { $version }, Modell { $model }.
no-divergence = Es wurde kein Unterschied gefunden.
tally-about = Wie viele Befunde es je Art und Beziehung gibt

kind = Art
kind-figure = Zahl
kind-time = Zeit
kind-place = Ort
kind-actor = Handelnde
kind-source = Quelle
kind-certainty = Gewissheit
kind-polarity = Bejahung
kind-quote = Zitat
kind-wording = Wortwahl
relation-conflict = Widerspruch
relation-differs = Abweichung
relation-update = neuerer Stand
together = zusammen

row = Zeile { $count }
row-heading = Zeile
rows = Zeilen
claim = Aussage
claims = Aussagen
number = Nr.
outlet = Medium
outlets = Medien
value = Wert
time = Zeit
as-of = Stand
words = Wörter
attributed = Zugeschrieben
source = Quelle
sort = Art der Quelle
cues = Redeeinleitungen
sort-named = genannt
sort-anonymous = anonym
sort-outlet = Medium

place-headline = Überschrift
place-lead = Vorspann
headline-letter = Ü
lead-letter = V
paragraph = Absatz { $count }
characters = Zeichen { $from }–{ $to }
no-such-words = der keine solchen Wörter hat
no-rows = Keine Aussage eines Berichts wurde in einem anderen gefunden.
not-found = nicht gefunden
not-found-in = nicht gefunden in
nearest = Am nächsten, { $score }: „{ $words }“
rows-lacked = Zeilen, die ihm fehlen
lacked-about = Wie viele Zeilen jedem Artikel fehlen
matrix-about = Wo jeder Artikel eine Aussage bringt: Ü in der Überschrift, V im Vorspann, ¶ in einem Absatz, – nicht gefunden. Die Nummern sind die der Artikel oben.
quote-about = Die Fassungen einer Äußerung
given-alike = Übereinstimmend angegeben
plot-shows = Was { $count } Nennungen für „{ $measure }“ angeben, auf einer Achse; die Tabelle darunter enthält dasselbe.
plot-data = Die Daten der Grafik
bound-about = etwa
bound-nearly = fast
bound-at-least = mindestens
bound-more-than = mehr als
bound-up-to = bis zu
bound-less-than = weniger als
chains = Berichte über Berichte
own-voice = Aussagen mit eigener Stimme des Mediums
no-origin = Keine zwei Artikel teilen einen Text.
in-common = { $share } % des Textes gemeinsam

confirmed = Bestätigt
dismissed = Verworfen
note = Notiz
decisions-counted = Von den Befunden sind { $confirmed } bestätigt und { $dismissed } verworfen.
pinned = Verbunden
pinned-about = Diese berichten dasselbe.
cut = Getrennt
cut-about = Diese berichten nicht dasselbe.
one-is-gone = eine davon ist nicht in dieser Geschichte
not-in-story = nicht in dieser Geschichte
no-longer-supported = Nicht mehr gestützt
no-longer-supported-about = Diese Entscheidungen betrafen Befunde, die nicht mehr gefunden werden, weil sich Artikel oder Lesarten geändert haben.

title = Titel
byline = von
section = Ressort
published = erschienen
modified = geändert
address = Adresse
language = Sprache
file = Datei
entry = Eintrag { $count }
member = darin
sha256 = SHA-256
imported = importiert
importer = gelesen von
outlet-called = Medium { $letter }

method-what = Rashomon sagt, wo Berichte auseinandergehen, nie, wer recht hat. Jeder Befund zeigt die genauen Wörter mit Artikel, Absatz und Zeichen, in denen sie stehen, sodass jeder, der die Artikel hat, ihn nachprüfen kann.
method-how = Die Artikel werden in Aussagen zerlegt: Sätze und Teilsätze. Aussagen verschiedener Artikel, die dasselbe berichten, bilden eine Zeile. Innerhalb einer Zeile wird verglichen, was die Artikel zu einem Gesichtspunkt angeben – einer Zahl, einer Zeit, einer Quelle, einem Zitat; Lesarten, die nur verschieden aussehen, etwa eine gerundete Zahl, stehen für sich.
method-same = Dieselben Artikel, dieselbe Engine und dieselben Einstellungen ergeben diesen Bericht wieder, Byte für Byte.
method-anonymous = Die Medien sind durch Buchstaben ersetzt; Verfasser, Adressen und Dateinamen fehlen. Die Texte der Artikel stehen, wie sie sind, und können Medien nennen.
method-english = Die Begründungen der Befunde sind auf Englisch.
limits = Grenzen
limit-alignment = Zeilen: In Geschichten, die das Modell nicht kannte, erreichen die zusammengestellten Satzpaare ein F1 von { $alignment } von 1; zwei sorgfältige Leser stimmen zu { $readers } überein.
limit-findings = Befunde: Von denen zu Tatsachen waren { $precision } auch von sorgfältigen Lesern vermerkt, und { $recall } dessen, was diese vermerkt hatten, wurde gefunden.
limit-scores = Wahrscheinlichkeiten liegen im Mittel um { $calibration } daneben: Von Befunden mit 0,7 stimmen etwa sieben von zehn.
limit-missed = Was nicht in diesem Bericht steht, kann trotzdem auseinandergehen. Eine Aussage in ganz anderen Worten wird leicht übersehen.
limit-languages = Diese Werte gelten für Englisch. In anderen Sprachen sind Zeilen weniger sicher, und mehrere Arten werden nicht gesucht.
settings = Einstellungen
engine = Engine
model = Modell
shown = gezeigt
rows-shown = { $shown } von { $all } Zeilen
findings-shown = { $shown } von { $all } Befunden
only-kinds = nur { $kinds }
scores-from = Wahrscheinlichkeiten ab { $score }
without-dismissed = ohne die verworfenen
only-confirmed = nur die bestätigten
only-selected = nur die ausgewählten
terms = Was die Wörter bedeuten
score = Wahrscheinlichkeit
score-means = die geschätzte Wahrscheinlichkeit, von 0 bis 1, dass ein Befund stimmt
conflict-means = die Lesarten können, so wie sie dastehen, nicht beide wahr sein
differs-means = die Lesarten sind vereinbar, aber ein Leser erführe etwas anderes
update-means = die spätere Lesart ersetzt die frühere, nach ihrer Zeit oder nach dem Erscheinen
origin = Ursprung
origin-means = Artikel oder Stellen mit einem gemeinsamen Vorläufer: Agenturtext, Nachdruck, Pressemitteilung
not-found-means = keine Aussage des Artikels wurde gefunden, die dasselbe berichtet; die nächste wird angegeben
signs = Zeichen
characters-heading = Zeichenzählung
characters-means = ab 0 gezählt im Text des Artikels, wie er gelesen wurde, Absätze durch eine leere Zeile getrennt
