// A query -> results as a page shows them: ranked, with what was found marked in title and excerpt.
import { syllables } from "./normalise.js";
import { Index, LostConnection } from "./index.js";
import { fits, lookup } from "./rank.js";

export { LostConnection };

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
const KINDS = [
  ["news", "Tin tức"],
  ["directive", "Văn bản"],
  ["page", "Giới thiệu"],
];

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
const written = (first, words) => {
  const [share, start, length] = first?.seen.best ?? [0];
  const whole = share >= 1 && first.card.x.slice(first.seen.text[start].start, first.seen.text[start + length - 1].end);
  return (whole || words.map((word) => word.accented).join(" ")).toLowerCase();
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
  return { weight: exact * named * force * (near >= 1 ? 2 + near : 1 + near * near), title, text, best };
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

const hit = (card, { title, text, best }, words) => ({
  url: card.u + section(card, text, best),
  title: marked(card.t, title, words),
  excerpt: excerpt(card, text, words, best),
  kind: card.k,
  kindWords: KINDS.find(([code]) => code === card.k)?.[1] ?? "",
  date: card.d ?? "",
  dateWords: card.w ?? card.d?.split("-").reverse().join("/") ?? "",
  number: card.n ?? null,
  badge: card.s ? { id: card.s[0], words: card.s[1], tone: card.s[2] } : null,
});

const facets = (ids, sets, topics) => {
  const count = (name) => ids.filter((id) => sets[name]?.has(id)).length;
  const years = new Map();
  for (const id of ids) if (id >= DATED) years.set(year(id), (years.get(year(id)) ?? 0) + 1);
  const others = KINDS.slice(1).map(([code, words]) => [code, words, count(`kind:${code}`)]);
  const news = ids.length - others.reduce((sum, [, , number]) => sum + number, 0);
  return {
    kind: [[...KINDS[0], news], ...others].filter(([, , number]) => number),
    year: [...years].sort((one, other) => other[0] - one[0]),
    topic: topics.filter(([slug]) => count(`topic:${slug}`)),
    force: [["con-hieu-luc", "Còn hiệu lực", count("force:con-hieu-luc")]].filter(([, , number]) => number),
  };
};

const chosen = (ids, sets, { kind, year: asked, topic, force }) => {
  const within = (name) => (id) => sets[name]?.has(id);
  let left = ids;
  if (kind === "news") left = left.filter((id) => !KINDS.slice(1).some(([code]) => sets[`kind:${code}`]?.has(id)));
  else if (kind) left = left.filter(within(`kind:${kind}`));
  if (asked) left = left.filter((id) => year(id) === +asked);
  if (topic) left = left.filter(within(`topic:${topic}`));
  if (force) left = left.filter(within(`force:${force}`));
  return left;
};

export async function search(query, options) {
  const index = opened(options.base);
  const { limit = 10, offset = 0, sort = "relevance" } = options;
  const phrases = quoted(query);
  const words = syllables(query.slice(0, LETTERS)).slice(0, MOST);
  const needed = [index.root(), index.sets(), lookup(index, words)];
  const [{ topics }, sets, { best, asked, mended }] = await Promise.all(needed);
  const scores = new Map(best.map(([id, score]) => [id, score]));
  const whole = best.filter(([, , missed]) => missed === 0);
  const near = best.filter(([, score]) => score >= best[0][1] * NEAREST);
  const all = (whole.length >= limit ? whole : near).map(([id]) => id);
  const ids = chosen(all, sets, options);
  if (sort === "date") ids.sort((one, other) => other - one);
  const forms = mended ? [mended] : [words, asked ?? words];
  const literal = query.normalize("NFC").toLowerCase().trim();
  const shown = await Promise.all(
    ids.slice(offset, offset + limit).map(async (id) => {
      const card = await index.card(id);
      return { id, card, seen: read(card, forms, literal) };
    }),
  );
  const kept = shown.filter(({ seen }) =>
    phrases.every((phrase) => run(phrase, seen.text)[0] >= 1 || run(phrase, seen.title)[0] >= 1),
  );
  const weight = ({ id, seen }) => scores.get(id) * seen.weight;
  if (sort !== "date") kept.sort((one, other) => weight(other) - weight(one) || other.id - one.id);
  return {
    total: phrases.length && kept.length < limit ? kept.length : ids.length,
    more: offset + limit < ids.length,
    mended: mended && written(kept[0], mended),
    hits: kept.map(({ card, seen }) => hit(card, seen, forms.flat())),
    facets: facets(all, sets, topics),
  };
}
