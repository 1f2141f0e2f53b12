# What a report says in its own voice. Every language has the same messages with the same gaps.
contents = Contents
boxes = No typeface on this computer has these letters; boxes stand for them. Their text is there and can be copied:

summary = Summary
findings = Where the accounts diverge
findings-about = What matters most stands first. The number is the estimated probability, 0 to 1, that a finding is right.
accounts = The accounts side by side
accounts-about = A row is a claim, a column an article. Words that diverge are marked and carry the sign of their finding.
accounts-many = Of articles that lack a row, the nearest claim is told where its probability is { $score } or more.
accounts-few = Of articles that lack a row, the nearest claims of three at most are told: those most like it.
agreed = Claims on which the accounts agree
agreed-about = Rows that several articles carry and in which no divergence was found. Reprints of one text count as one origin.
alike = Only said otherwise
alike-about = These readings look different and were found to say the same.
omissions = Omissions and emphasis
omissions-about = Where each article puts a claim that not all of them carry. Not found is not the same as denied.
quotes = Quotations
quotes-about = What several outlets let one person say. The first version of each is the longest direct one; the others are laid beside it word by word.
figures = Figures and times
figures-about = What several outlets count, measure or date, where they do not all give the same.
sources = Sources
sources-about = Who is said to vouch for what. Words that attribute and take a side are in bold.
origins = Origins
origins-about = Articles that share one text, such as wire copy and reprints, count as one origin: they do not confirm each other.
decisions = Decisions
decisions-about = What the editor of this report ruled.
texts = The evidence in its context
texts-about = The paragraphs in which the marked words stand. The signs lead back to the findings.
articles = The articles
articles-about = What was compared, with what is needed to have it again.
method = Method

articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
outlets-count = { $count ->
    [one] { $count } outlet
   *[other] { $count } outlets
 }
origins-count = { $count ->
    [one] { $count } origin
   *[other] { $count } origins
 }
claims-count = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
 }
characters-count = { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }
published-on = published { $day }
published-between = published { $first } to { $last }
made-by = Compared by Rashomon, engine { $version }, model { $model }.
no-divergence = No divergence was found.
tally-about = How many findings there are of each kind and relation

kind = Kind
kind-figure = figure
kind-time = time
kind-place = place
kind-actor = actor
kind-source = source
kind-certainty = certainty
kind-polarity = polarity
kind-quote = quote
kind-wording = wording
relation-conflict = conflict
relation-differs = differs
relation-update = update
together = together

row = Row { $count }
row-heading = Row
rows = Rows
claim = Claim
claims = Claims
number = No.
outlet = Outlet
outlets = Outlets
value = Value
time = Time
as-of = As of
words = Words
attributed = Attributed
source = Source
sort = Kind of source
cues = Words that attribute
sort-named = named
sort-anonymous = anonymous
sort-outlet = outlet

place-headline = headline
place-lead = lead
headline-letter = H
lead-letter = L
paragraph = paragraph { $count }
characters = characters { $from }–{ $to }
no-such-words = which has no such words
no-rows = No claim of one account was found in another.
not-found = not found
not-found-in = not found in
nearest = Nearest, { $score }: “{ $words }”
rows-lacked = Rows that it lacks
lacked-about = How many rows each article lacks
matrix-about = Where each article puts a claim: H in the headline, L in the lead, ¶ in a paragraph, – not found. The numbers are those of the articles above.
quote-about = The versions of one utterance
given-alike = Given alike
plot-shows = What { $count } mentions give for “{ $measure }”, along one axis; the table below holds the same.
plot-data = The data of the plot
bound-about = about
bound-nearly = nearly
bound-at-least = at least
bound-more-than = more than
bound-up-to = up to
bound-less-than = less than
chains = Reports of reports
own-voice = Claims in the outlet’s own voice
no-origin = No two articles share a text.
in-common = { $share } % of the text in common

confirmed = Confirmed
dismissed = Dismissed
note = Note
decisions-counted = Of the findings, { $confirmed } are confirmed and { $dismissed } dismissed.
pinned = Pinned
pinned-about = These report the same thing.
cut = Cut
cut-about = These do not report the same thing.
one-is-gone = one of them is not in this story
not-in-story = not in this story
no-longer-supported = No longer supported
no-longer-supported-about = These decisions were made of findings that are not found any more, since articles or readings have changed.

title = title
byline = by
section = section
published = published
modified = modified
address = address
language = language
file = file
entry = entry { $count }
member = within it
sha256 = SHA-256
imported = imported
importer = read by
outlet-called = Outlet { $letter }

method-what = Rashomon says where accounts diverge, never who is right. Every finding shows the exact words with the article, the paragraph and the characters in which they stand, so that anybody who has the articles can check it.
method-how = The articles are cut into claims: sentences, and clauses of them. Claims of different articles that report the same thing form a row. Within a row, what the articles give for one facet – a figure, a time, a source, a quotation – is compared; readings that only look different, such as a rounded figure, are set apart.
method-same = The same articles, engine and settings give this report again, byte for byte.
method-anonymous = Outlets are told by letters; their bylines, addresses and file names are left out. The texts of the articles stand as they are and may name them.
method-english = The reasons given for findings are in English.
limits = Limits
limit-alignment = Rows: on stories that the model had not seen, the pairs of sentences put together reach F1 { $alignment } of 1; two careful readers agree at { $readers }.
limit-findings = Findings: of those of fact, { $precision } were ones that careful readers had noted as well, and { $recall } of what they had noted was found.
limit-scores = Probabilities are off by { $calibration } on average: of findings told 0.7, about seven in ten are right.
limit-missed = What is not in this report may still diverge. A claim that is told in quite other words is easily missed.
limit-languages = These figures are for English. In other languages rows are less sure, and several kinds are not looked for.
settings = Settings
engine = engine
model = model
shown = shown
rows-shown = { $shown } of { $all } rows
findings-shown = { $shown } of { $all } findings
only-kinds = only { $kinds }
scores-from = probabilities from { $score }
without-dismissed = without those dismissed
only-confirmed = only those confirmed
only-selected = only those selected
terms = What the words mean
score = probability
score-means = the estimated probability, 0 to 1, that a finding is right
conflict-means = the readings cannot both be true as stated
differs-means = the readings are compatible, but a reader would learn something else
update-means = the later reading replaces the earlier, by its time or by publication
origin = origin
origin-means = articles or passages that share one text ancestor: wire copy, a reprint, a press release
not-found-means = no claim of the article was found to report the same; the nearest one is given
signs = signs
characters-heading = characters
characters-means = counted from 0 in the text of the article as it was read, paragraphs parted by an empty line
