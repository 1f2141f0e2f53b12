// Invented news by the thousand, for measuring: always the same, and unlike enough to be searched and compared.

const places = ["Varnholm", "Ostholm", "Estmark", "Lindau Bay", "Karrow", "Tessin Ford", "Upper Marrak", "Sund", "Ghent Hill", "Corvale"];
const things = ["warehouse", "ferry", "bridge", "school", "grain terminal", "clinic", "tram depot", "reservoir", "market hall", "pipeline"];
const people = ["Karin Oste", "Pavel Rhome", "Mira Holt", "Jonas Adair", "Tilda Brandt", "Emil Sarro", "Noor Hadid", "Greta Lund"];
const events = ["burned", "flooded", "collapsed", "reopened", "was inspected", "was sealed off", "lost power", "was evacuated"];
const causes = ["after a short circuit", "during the storm", "when a pump failed", "after a strike", "following a warning", "for want of money"];

/** Numbers that look random and are the same each time. */
function dice(seed) {
  let state = seed >>> 0 || 1;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What one event is: its sentences are told by several outlets with other figures. */
function fact(number) {
  const roll = dice(number * 7919 + 1);
  const pick = (list) => list[roll(list.length)];
  const [place, thing, person, event, cause] = [places, things, people, events, causes].map(pick);
  const count = 3 + roll(900);
  return (told) =>
    `${["A", "The"][told % 2]} ${thing} number ${number} in ${place} ${event} ${cause}, and ${count + (told % 3)} people were affected, ${person} said.`;
}

/** One story: `outlets` articles, so many sentences each; every third sentence is told by several. */
export function story(outlets, sentences) {
  return Array.from({ length: outlets }, (_, outlet) => {
    const facts = Array.from({ length: sentences }, (_, at) => (at % 3 === 0 ? at : outlet * sentences * 10 + at));
    return article(`Outlet ${outlet + 1}`, "A long day in Varnholm", outlet, facts.map((number) => fact(number)(outlet)));
  });
}

/** One story of so many rows: each event is told by two of twelve outlets. */
export function long(rows) {
  const told = Array.from({ length: 12 }, () => []);
  for (let number = 0; number < rows; number += 1) {
    for (const outlet of [number % 12, (number + 5) % 12]) told[outlet].push(fact(1_000_000 + number)(outlet));
  }
  return told.map((sentences, outlet) => article(`Outlet ${outlet + 1}`, "A whole year in Varnholm", outlet, sentences, "2032-11"));
}

/** So many articles about as many things. */
export function pile(count) {
  return Array.from({ length: count }, (_, at) => {
    const sentences = Array.from({ length: 8 }, (_, line) => fact(at * 8 + line + 1)(0));
    return article(`Outlet ${(at % 40) + 1}`, sentences[0].slice(0, 60), at, sentences);
  });
}

function article(outlet, title, at, sentences, month = "2031-05") {
  const paragraphs = [];
  for (let start = 0; start < sentences.length; start += 3) paragraphs.push(sentences.slice(start, start + 3).join(" "));
  const day = String((at % 28) + 1).padStart(2, "0");
  return { outlet, title, published: `${month}-${day}T08:00:00Z`, body: paragraphs.join("\n\n"), language: "en" };
}

/** As a file of one article a line. */
export function lines(articles) {
  return articles.map((article) => JSON.stringify(article)).join("\n");
}
