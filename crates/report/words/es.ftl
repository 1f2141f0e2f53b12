# Lo que un informe dice con voz propia: los mismos mensajes que en.ftl, con los mismos huecos.
contents = Índice
boxes = Ninguna tipografía de este ordenador tiene estos caracteres; unos recuadros los sustituyen. Su texto está ahí y se puede copiar:

summary = Resumen
findings = Dónde divergen los relatos
findings-about = Lo más importante va primero. El número es la probabilidad estimada, de 0 a 1, de que el hallazgo sea correcto.
accounts = Los relatos lado a lado
accounts-about = Una fila es una afirmación, una columna un artículo. Las palabras que divergen están marcadas y llevan el signo de su hallazgo.
accounts-many = De los artículos a los que falta una fila se da la afirmación más cercana cuando su probabilidad es de { $score } o más.
accounts-few = De los artículos a los que falta una fila se dan las afirmaciones más cercanas de tres como máximo: las más parecidas.
agreed = Afirmaciones en las que los relatos coinciden
agreed-about = Filas que llevan varios artículos y en las que no se halló divergencia. Las reproducciones de un mismo texto cuentan como un solo origen.
alike = Dicho solo de otro modo
alike-about = Estas lecturas parecen distintas y dicen lo mismo.
omissions = Omisiones y énfasis
omissions-about = Dónde pone cada artículo una afirmación que no todos llevan. No hallado no significa negado.
quotes = Citas
quotes-about = Lo que varios medios hacen decir a una persona. La primera versión es la más larga en estilo directo; las demás se comparan con ella palabra por palabra.
figures = Cifras y fechas
figures-about = Lo que varios medios cuentan, miden o fechan, cuando no todos dan lo mismo.
sources = Fuentes
sources-about = Quién, según los artículos, responde de qué. Las palabras de atribución que toman partido están en negrita.
origins = Orígenes
origins-about = Los artículos que comparten un texto, como un cable y su reproducción, cuentan como un solo origen: no se confirman entre sí.
decisions = Decisiones
decisions-about = Lo que decidió el autor de este informe.
texts = Las pruebas en su contexto
texts-about = Los párrafos en que están las palabras marcadas. Los signos llevan de vuelta a los hallazgos.
articles = Los artículos
articles-about = Lo que se comparó, con lo necesario para volver a encontrarlo.
method = Método

articles-count = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
 }
outlets-count = { $count ->
    [one] { $count } medio
   *[other] { $count } medios
 }
origins-count = { $count ->
    [one] { $count } origen
   *[other] { $count } orígenes
 }
claims-count = { $count ->
    [one] { $count } afirmación
   *[other] { $count } afirmaciones
 }
characters-count = { $count ->
    [one] { $count } carácter
   *[other] { $count } caracteres
 }
published-on = publicado el { $day }
published-between = publicados del { $first } al { $last }
made-by = Comparado por Rashomon, motor { $version }, modelo { $model }.
no-divergence = No se halló ninguna divergencia.
tally-about = Cuántos hallazgos hay de cada tipo y relación

kind = Tipo
kind-figure = cifra
kind-time = tiempo
kind-place = lugar
kind-actor = actor
kind-source = fuente
kind-certainty = certeza
kind-polarity = afirmación o negación
kind-quote = cita
kind-wording = elección de palabras
relation-conflict = contradicción
relation-differs = diferencia
relation-update = actualización
together = en total

row = Fila { $count }
row-heading = Fila
rows = Filas
claim = Afirmación
claims = Afirmaciones
number = N.º
outlet = Medio
outlets = Medios
value = Valor
time = Tiempo
as-of = A fecha de
words = Palabras
attributed = Atribuido a
source = Fuente
sort = Tipo de fuente
cues = Palabras de atribución
sort-named = con nombre
sort-anonymous = anónima
sort-outlet = medio

place-headline = titular
place-lead = entradilla
headline-letter = T
lead-letter = E
paragraph = párrafo { $count }
characters = caracteres { $from }–{ $to }
no-such-words = que no tiene tales palabras
no-rows = No se halló ninguna afirmación de un relato en otro.
not-found = no hallado
not-found-in = no hallado en
nearest = Lo más cercano, { $score }: «{ $words }»
rows-lacked = Filas que le faltan
lacked-about = Cuántas filas faltan a cada artículo
matrix-about = Dónde pone cada artículo una afirmación: T en el titular, E en la entradilla, ¶ en un párrafo, – no hallado. Los números son los de los artículos de arriba.
quote-about = Las versiones de una declaración
given-alike = Dado por igual
plot-shows = Lo que { $count } menciones dan para «{ $measure }», en un eje; la tabla de abajo contiene lo mismo.
plot-data = Los datos del gráfico
bound-about = unos
bound-nearly = casi
bound-at-least = al menos
bound-more-than = más de
bound-up-to = hasta
bound-less-than = menos de
chains = Relatos de relatos
own-voice = Afirmaciones con la voz propia del medio
no-origin = No hay dos artículos que compartan un texto.
in-common = { $share } % del texto en común

confirmed = Confirmado
dismissed = Descartado
note = Nota
decisions-counted = De los hallazgos, { $confirmed } están confirmados y { $dismissed } descartados.
pinned = Unidas
pinned-about = Relatan lo mismo.
cut = Separadas
cut-about = No relatan lo mismo.
one-is-gone = una de ellas no está en esta historia
not-in-story = no está en esta historia
no-longer-supported = Ya no se sostiene
no-longer-supported-about = Estas decisiones se tomaron sobre hallazgos que ya no se encuentran, porque han cambiado artículos o lecturas.

title = título
byline = por
section = sección
published = publicado
modified = modificado
address = dirección
language = idioma
file = archivo
entry = entrada { $count }
member = dentro de él
sha256 = SHA-256
imported = importado
importer = leído por
outlet-called = Medio { $letter }

method-what = Rashomon dice dónde divergen los relatos, nunca quién tiene razón. Cada hallazgo muestra las palabras exactas con el artículo, el párrafo y los caracteres en que están, para que quien tenga los artículos pueda comprobarlo.
method-how = Los artículos se dividen en afirmaciones: oraciones y proposiciones. Las afirmaciones de distintos artículos que relatan lo mismo forman una fila. Dentro de una fila se compara lo que los artículos dan de un mismo aspecto – una cifra, un tiempo, una fuente, una cita –; las lecturas que solo parecen distintas, como una cifra redondeada, se apartan.
method-same = Los mismos artículos, el mismo motor y los mismos ajustes dan de nuevo este informe, byte por byte.
method-anonymous = Los medios se nombran con letras; se omiten firmas, direcciones y nombres de archivo. Los textos de los artículos quedan como están y pueden nombrarlos.
method-english = Las razones que se dan de los hallazgos están en inglés.
limits = Límites
limit-alignment = Filas: en historias que el modelo no había visto, los pares de oraciones reunidos alcanzan un F1 de { $alignment } sobre 1; dos lectores atentos coinciden en { $readers }.
limit-findings = Hallazgos: de los que tratan de hechos, { $precision } los habían anotado también lectores atentos, y se halló { $recall } de lo que estos habían anotado.
limit-scores = Las probabilidades se desvían { $calibration } de media: de los hallazgos con 0,7, unos siete de cada diez son correctos.
limit-missed = Lo que no está en este informe puede divergir también. Una afirmación dicha con palabras muy distintas se escapa con facilidad.
limit-languages = Estas cifras valen para el inglés. En otros idiomas las filas son menos seguras y varios tipos no se buscan.
settings = Ajustes
engine = motor
model = modelo
shown = mostrado
rows-shown = { $shown } de { $all } filas
findings-shown = { $shown } de { $all } hallazgos
only-kinds = solo { $kinds }
scores-from = probabilidades desde { $score }
without-dismissed = sin los descartados
only-confirmed = solo los confirmados
only-selected = solo los elegidos
terms = Qué significan las palabras
score = probabilidad
score-means = la probabilidad estimada, de 0 a 1, de que un hallazgo sea correcto
conflict-means = las lecturas no pueden ser ambas ciertas tal como se dicen
differs-means = las lecturas son compatibles, pero un lector sabría otra cosa
update-means = la lectura posterior reemplaza a la anterior, por su tiempo o por la publicación
origin = origen
origin-means = artículos o pasajes con un mismo texto de partida: cable de agencia, reproducción, comunicado
not-found-means = no se halló en el artículo ninguna afirmación que relate lo mismo; se da la más cercana
signs = signos
characters-heading = caracteres
characters-means = contados desde 0 en el texto del artículo tal como se leyó, con los párrafos separados por una línea vacía
