// A query -> results as a page shows them: ranked, with what was found marked in title and excerpt.
import { syllables } from "./normalise.js";
import { Index } from "./index.js";
import { fits, key, lookup, neighbours, shortened } from "./rank.js";

const MOST = 24; // syllables of a query that are looked at
const LETTERS = 200; // letters of it
const NEAREST = 0.25; // of the best score, where no document holds everything
const AROUND = 110; // letters of an excerpt on each side of what was found
const GLUED = 0.15;
const IN_TITLE = 2; // a title that holds the whole query, against a text that does (1)
const NUMBER = 3; // what a document's own number or name counts when it was asked for
const FORCE = { "con-hieu-luc": 1.1, "het-hieu-luc": 0.8 };
const DATED = 64 * 366; // ids below bear no day
const FIRST_DAY = Date.UTC(1900, 0, 1);
const SOON = 4; // cards that are waited for: a browser asks one host for six files, two are font and icon

const indexes = new Map();

const opened = (base) => {
  if (!indexes.has(base)) indexes.set(base, new Index(base));
  return indexes.get(base);
};

// An id holds its day: 64 for each since 1900.
const year = (id) => new Date(FIRST_DAY + Math.floor(id / 64) * 86400000).getUTCFullYear();

// The longest run of the query's words in a text, as a share of the query, and where it stands. A run that
// ends within a written word (`QH` of `QH15`) is not quite whole.
const run = (words, held, text) => {
  let best = [0, 0, 0];
  for (let start = 0; start < held.length; start++) {
    for (let from = 0; from < words.length; from++) {
      let length = 0;
      while (from + length < words.length && fits(words[from + length], held[start + length])) length++;
      if (!length) continue;
      const glued = held[start + length]?.start === held[start + length - 1].end;
      const share = (length - (glued ? GLUED : 0)) / words.length;
      if (share > best[0]) best = [share, start, length];
    }
  }
  return best;
};

// Mended words as the first result writes them, accents and all.
const written = (words, first) => {
  for (const [letters, held] of first ? [[first.card.x, first.seen.text], [first.card.t, first.seen.title]] : []) {
    const [share, start, length] = run(words, held);
    if (share >= 1) return letters.slice(held[start].start, held[start + length - 1].end).toLowerCase();
  }
  return words.map((word) => word.accented).join(" ");
};

const quoted = (query) => [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map((found) => syllables(found[1]));

// How well a card holds what was asked, word by word, and where its text does so best.
const read = (card, forms, literal) => {
  const [title, text, name] = [card.t, card.x, card.n ?? ""].map(syllables);
  const runs = forms.map((asked) => [run(asked, title), run(asked, text), run(asked, name)]);
  const near = Math.max(...runs.map(([one, other, own]) => Math.max(one[0] >= 1 || own[0] >= 1 ? IN_TITLE : one[0] * 1.2, other[0])));
  const exact = /\W/.test(literal) && card.x.toLowerCase().includes(literal) ? 1.2 : 1;
  const named = runs.some((each) => each[2][0] >= 1) ? NUMBER : 1;
  const force = FORCE[card.s?.[0]] ?? 1;
  const best = runs.reduce((one, other) => (other[1][0] > one[0] ? other[1] : one), [0, 0, 0]);
  return { weight: exact * named * force * (near >= 1 ? 2 + near : 1 + near * near), near, title, text, best };
};

// A text cut into [words, marked] from `from` to `to`. A syllable alone says little: it is marked only where
// one beside it was asked for too, unless none of them has such a neighbour.
const marked = (text, held, words, from = 0, to = text.length) => {
  const asked = held.map((one) => one.start >= from && one.end <= to && words.some((word) => fits(word, one)));
  const beside = asked.map((is, place) => is && (asked[place - 1] || asked[place + 1]));
  const shown = beside.some(Boolean) ? beside : asked;
  const parts = [];
  let done = from;
  for (const [place, { start, end }] of held.entries()) {
    if (!shown[place]) continue;
    const between = text.slice(done, start);
    const last = parts.at(-1);
    if (last?.[1] && /^\s*$/.test(between)) last[0] += between + text.slice(start, end);
    else parts.push([between, false], [text.slice(start, end), true]);
    done = end;
  }
  return [...parts, [text.slice(done, to), false]].filter(([piece]) => piece);
};

const excerpt = (card, held, words, [, start]) => {
  const middle = held[start]?.start ?? 0;
  let from = Math.max(0, middle - AROUND);
  let to = Math.min(card.x.length, middle + 2 * AROUND);
  if (from) from = card.x.indexOf(" ", from) + 1;
  if (to < card.x.length) to = card.x.lastIndexOf(" ", to);
  const parts = marked(card.x, held, words, from, to);
  return [...(from ? [["… ", false]] : []), ...parts, ...(to < card.x.length ? [[" …", false]] : [])];
};

// A long item is opened at the section where the text holds most of what was asked.
const section = ({ a: sections = [] }, text, [share, start]) => {
  const place = share ? text[start].start : 0;
  const last = sections.filter(([from]) => from <= place).at(-1);
  return last ? `#${last[1]}` : "";
};

const hit = ({ card, seen: { title, text, best } }, words, kinds) => ({
  url: card.u + section(card, text, best),
  title: marked(card.t, title, words),
  excerpt: excerpt(card, text, words, best),
  kind: card.k,
  kindWords: kinds.find(([code]) => code === card.k)?.[1] ?? "",
  date: card.d ?? "",
  dateWords: card.w ?? card.d?.split("-").reverse().join("/") ?? "",
  number: card.n ?? null,
  badge: card.s ? { id: card.s[0], words: card.s[1], tone: card.s[2] } : null,
});

// The kind of a document; what is of no other kind is of the first, which most are of.
const sorter = (sets, [first, ...others]) => (id) => (others.find(([code]) => sets[`kind:${code}`].has(id)) ?? first)[0];

const tally = (names) => {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts];
};

// What results can be narrowed by: name -> [value, how many of them]…
const facets = (ids, sets, kinds) => {
  const within = (name) =>
    Object.keys(sets)
      .filter((each) => each.startsWith(name))
      .map((each) => [each.slice(name.length), ids.filter((id) => sets[each].has(id)).length])
      .filter(([, number]) => number);
  return {
    kind: tally(ids.map(sorter(sets, kinds))),
    year: tally(ids.filter((id) => id >= DATED).map(year)),
    topic: within("topic:"),
    force: within("force:"),
  };
};

// The ids that were asked for. The sets are waited for only when they are needed.
const chosen = async (index, ids, { kind, year: asked, topic, force }) => {
  const left = ids.filter((id) => !asked || year(id) === +asked);
  if (!kind && !topic && !force) return left;
  const sets = await index.sets();
  const named = sorter(sets, (await index.root()).kinds);
  const within = (name, value, id) => !value || sets[name + value]?.has(id);
  return left.filter((id) => (!kind || named(id) === kind) && within("topic:", topic, id) && within("force:", force, id));
};

const typed = (query) => syllables(query.slice(0, LETTERS)).slice(0, MOST);

// Fetches what the words typed so far will need.
export const ahead = async (query, base) => {
  const index = opened(base);
  const { short } = await index.root();
  await Promise.all(neighbours(shortened(typed(query), short)).map((pair) => index.term(key(pair))));
};

// Yields the results as they can be shown: the first few at once when they stand firm, then all, with facets.
export async function* search(query, options) {
  const index = opened(options.base);
  const { limit = 10, offset = 0, sort } = options;
  const phrases = quoted(query);
  const words = typed(query);
  const [{ kinds }, { best, short, mended }] = await Promise.all([index.root(), lookup(index, words)]);
  const scores = new Map(best);
  const whole = best.filter(([, , missed]) => missed === 0);
  const near = best.filter(([, score]) => score >= best[0][1] * NEAREST);
  const all = (whole.length >= limit ? whole : near).map(([id]) => id);
  const ids = await chosen(index, all, options);
  if (sort === "date") ids.sort((one, other) => other - one);
  const forms = mended ? [mended] : [words, short ?? words];
  const literal = query.normalize("NFC").toLowerCase().trim();
  const cards = ids.slice(offset, offset + limit).map(async (id) => {
    const card = await index.card(id);
    return { id, card, seen: read(card, forms, literal) };
  });
  const sets = index.sets();
  Promise.all([...cards, sets]).catch(() => {}); // whoever waits for the lost one tells
  const weight = ({ id, seen }) => scores.get(id) * seen.weight;
  const shown = async (from, to) => {
    const kept = (await Promise.all(cards.slice(from, to))).filter(({ seen }) =>
      phrases.every((phrase) => run(phrase, seen.text)[0] >= 1 || run(phrase, seen.title)[0] >= 1),
    );
    return sort === "date" ? kept : kept.sort((one, other) => weight(other) - weight(one) || other.id - one.id);
  };
  const told = (kept) => ({
    total: phrases.length && kept.length < limit ? kept.length : ids.length,
    mended: mended && written(mended, kept[0]),
    hits: kept.map((one) => hit(one, forms.flat(), kinds)),
  });
  const first = await shown(0, SOON);
  const firm = !phrases.length && (sort === "date" || first[0]?.seen.near >= 1);
  if (firm) yield told(first);
  const kept = firm ? [...first, ...(await shown(SOON))] : await shown();
  yield { ...told(kept), more: offset + limit < ids.length, facets: facets(all, await sets, kinds) };
}
