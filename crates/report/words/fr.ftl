# Ce qu’un rapport dit de sa propre voix : les mêmes messages qu’en.ftl, avec les mêmes vides.
contents = Sommaire
boxes = Aucune police de cet ordinateur ne contient ces caractères ; des carrés les remplacent. Leur texte est là et peut être copié :

summary = Aperçu
findings = Là où les récits divergent
findings-about = Le plus important vient d’abord. Le nombre est la probabilité estimée, de 0 à 1, que le constat soit juste.
accounts = Les récits côte à côte
accounts-about = Une ligne est une affirmation, une colonne un article. Les mots qui divergent sont marqués et portent le signe de leur constat.
accounts-many = Des articles auxquels une ligne manque, l’affirmation la plus proche est donnée quand sa probabilité est de { $score } ou plus.
accounts-few = Des articles auxquels une ligne manque, on donne les affirmations les plus proches de trois au plus : les plus semblables.
agreed = Affirmations sur lesquelles les récits concordent
agreed-about = Lignes que portent plusieurs articles et où aucune divergence n’a été trouvée. Les reprises d’un même texte comptent pour une seule origine.
alike = Dit autrement, sans plus
alike-about = Ces leçons paraissent différentes et disent la même chose.
omissions = Omissions et mise en avant
omissions-about = Où chaque article place une affirmation que tous ne portent pas. Non trouvé ne veut pas dire démenti.
quotes = Citations
quotes-about = Ce que plusieurs médias font dire à une personne. La première version est la plus longue au style direct ; les autres sont comparées avec elle mot à mot.
figures = Chiffres et dates
figures-about = Ce que plusieurs médias comptent, mesurent ou datent, quand tous ne donnent pas la même chose.
sources = Sources
sources-about = Qui, selon les articles, répond de quoi. Les mots d’attribution qui prennent parti sont en gras.
origins = Origines
origins-about = Les articles qui partagent un texte, comme une dépêche et sa reprise, comptent pour une seule origine : ils ne se confirment pas l’un l’autre.
decisions = Décisions
decisions-about = Ce qu’a décidé l’auteur de ce rapport.
texts = Les preuves dans leur contexte
texts-about = Les paragraphes où se trouvent les mots marqués. Les signes ramènent aux constats.
articles = Les articles
articles-about = Ce qui a été comparé, avec ce qu’il faut pour le retrouver.
method = Méthode

articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
outlets-count = { $count ->
    [one] { $count } média
   *[other] { $count } médias
 }
origins-count = { $count ->
    [one] { $count } origine
   *[other] { $count } origines
 }
claims-count = { $count ->
    [one] { $count } affirmation
   *[other] { $count } affirmations
 }
characters-count = { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
 }
published-on = publié le { $day }
published-between = publiés du { $first } au { $last }
made-by = Comparé par Rashomon, moteur { $version }, modèle { $model }.
no-divergence = Aucune divergence n’a été trouvée.
tally-about = Nombre de constats par type et par relation

kind = Type
kind-figure = chiffre
kind-time = date
kind-place = lieu
kind-actor = acteur
kind-source = source
kind-certainty = certitude
kind-polarity = affirmation ou négation
kind-quote = citation
kind-wording = choix des mots
relation-conflict = contradiction
relation-differs = différence
relation-update = mise à jour
together = ensemble

row = Ligne { $count }
row-heading = Ligne
rows = Lignes
claim = Affirmation
claims = Affirmations
number = N°
outlet = Média
outlets = Médias
value = Valeur
time = Date
as-of = À la date du
words = Mots
attributed = Attribué à
source = Source
sort = Type de source
cues = Mots d’attribution
sort-named = nommée
sort-anonymous = anonyme
sort-outlet = média

place-headline = titre
place-lead = chapeau
headline-letter = T
lead-letter = C
paragraph = paragraphe { $count }
characters = caractères { $from }–{ $to }
no-such-words = qui n’a pas de tels mots
no-rows = Aucune affirmation d’un récit n’a été trouvée dans un autre.
not-found = non trouvé
not-found-in = non trouvé dans
nearest = Le plus proche, { $score } : « { $words } »
rows-lacked = Lignes qui lui manquent
lacked-about = Combien de lignes manquent à chaque article
matrix-about = Où chaque article place une affirmation : T dans le titre, C dans le chapeau, ¶ dans un paragraphe, – non trouvé. Les numéros sont ceux des articles ci-dessus.
quote-about = Les versions d’un propos
given-alike = Donné de même
plot-shows = Ce que { $count } mentions donnent pour « { $measure } », sur un axe ; le tableau ci-dessous contient la même chose.
plot-data = Les données du graphique
bound-about = environ
bound-nearly = près de
bound-at-least = au moins
bound-more-than = plus de
bound-up-to = jusqu’à
bound-less-than = moins de
chains = Récits de récits
own-voice = Affirmations faites par le média lui-même
no-origin = Il n’y a pas deux articles qui partagent un texte.
in-common = { $share } % du texte en commun

confirmed = Confirmé
dismissed = Écarté
note = Note
decisions-counted = Parmi les constats, { $confirmed } sont confirmés et { $dismissed } écartés.
pinned = Liées
pinned-about = Elles rapportent la même chose.
cut = Séparées
cut-about = Elles ne rapportent pas la même chose.
one-is-gone = l’une d’elles n’est pas dans ce récit
not-in-story = pas dans ce récit
no-longer-supported = N’est plus étayé
no-longer-supported-about = Ces décisions portaient sur des constats qui ne sont plus trouvés, les articles ou les leçons ayant changé.

title = titre
byline = par
section = rubrique
published = publié
modified = modifié
address = adresse
language = langue
file = fichier
entry = entrée { $count }
member = à l’intérieur
sha256 = SHA-256
imported = importé
importer = lu par
outlet-called = Média { $letter }

method-what = Rashomon dit où les récits divergent, jamais qui a raison. Chaque constat montre les mots exacts avec l’article, le paragraphe et les caractères où ils se trouvent, afin que quiconque a les articles puisse le vérifier.
method-how = Les articles sont découpés en affirmations : phrases et propositions. Les affirmations de différents articles qui rapportent la même chose forment une ligne. Dans une ligne, on compare ce que les articles donnent pour un même aspect – un chiffre, une date, une source, une citation ; les leçons qui ne diffèrent qu’en apparence, comme un chiffre arrondi, sont mises à part.
method-same = Les mêmes articles, le même moteur et les mêmes réglages redonnent ce rapport, octet pour octet.
method-anonymous = Les médias sont désignés par des lettres ; signatures, adresses et noms de fichiers sont omis. Les textes des articles restent tels quels et peuvent les nommer.
method-english = Les raisons données pour les constats sont en anglais.
limits = Limites
limit-alignment = Lignes : sur des récits que le modèle n’avait pas vus, les paires de phrases réunies atteignent un F1 de { $alignment } sur 1 ; deux lecteurs attentifs s’accordent à { $readers }.
limit-findings = Constats : parmi ceux qui portent sur des faits, { $precision } avaient aussi été relevés par des lecteurs attentifs, et { $recall } de ce qu’ils avaient relevé a été trouvé.
limit-scores = Les probabilités s’écartent de { $calibration } en moyenne : de constats donnés à 0,7, environ sept sur dix sont justes.
limit-missed = Ce qui n’est pas dans ce rapport peut tout de même diverger. Une affirmation dite en de tout autres mots échappe aisément.
limit-languages = Ces chiffres valent pour l’anglais. Dans d’autres langues, les lignes sont moins sûres et plusieurs types ne sont pas recherchés.
settings = Réglages
engine = moteur
model = modèle
shown = montré
rows-shown = { $shown } lignes sur { $all }
findings-shown = { $shown } constats sur { $all }
only-kinds = seulement { $kinds }
scores-from = probabilités à partir de { $score }
without-dismissed = sans ceux qui sont écartés
only-confirmed = seulement ceux qui sont confirmés
only-selected = seulement ceux qui sont choisis
terms = Ce que les mots veulent dire
score = probabilité
score-means = la probabilité estimée, de 0 à 1, qu’un constat soit juste
conflict-means = les leçons ne peuvent être vraies toutes deux telles qu’elles sont dites
differs-means = les leçons sont compatibles, mais le lecteur apprendrait autre chose
update-means = la leçon plus récente remplace l’ancienne, par sa date ou par la publication
origin = origine
origin-means = articles ou passages issus d’un même texte : dépêche, reprise, communiqué
not-found-means = aucune affirmation de l’article ne rapporte la même chose ; la plus proche est donnée
signs = signes
characters-heading = caractères
characters-means = comptés à partir de 0 dans le texte de l’article tel qu’il a été lu, les paragraphes séparés par une ligne vide
