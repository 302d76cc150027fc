// Which documents answer a query: pairs of neighbouring syllables first, single ones only when too few
// documents hold every pair, a mended key only when none holds every syllable.

const FEW = 10;
const WRONG_ACCENT = 0.3;
const WILDCARD = 0.9; // a syllable typed plain among accented ones, found with an accent
const LEFT_OUT = 0.8; // how likely a document that a cut list leaves out holds the term
const TITLED = 0.6;
const OFTEN = 0.25;
const TOGETHER = 0.5; // what a pair counts beside its two syllables
const CANDIDATES = 6; // syllables that a wrong key may have meant
const LONG = 6; // a longer query without a document that holds it all is left as it is

export const key = (words) => (words.length > 1 ? words.map((word) => word.plain).join(" ") : `!${words[0].plain}`);

// How far a variant is what was typed: a syllable typed without accents fits all, but in a query with
// accents it more likely means itself.
const agreement = (words, variant, accented) =>
  words.reduce((sofar, word, place) => {
    if (word.accented === variant[place]) return sofar;
    if (word.accented !== word.plain) return sofar * WRONG_ACCENT;
    return accented ? sofar * WILDCARD : sofar;
  }, 1);

// One term of the query: who holds it (id -> [weight, fit]), and whether its lists were cut.
const weighed = (words, variants, documents, accented) => {
  const held = new Map();
  const fitting = variants.map((variant) => [agreement(words, variant.words, accented), variant]);
  const good = fitting.filter(([fit]) => fit > WRONG_ACCENT);
  const frequency = good.reduce((sum, [, one]) => sum + one.frequency, 0);
  const cut = good.some(([, one]) => one.frequency * 2 > one.postings.length);
  const rarity = Math.log(1 + documents / Math.max(1, frequency));
  for (const [fit, { postings }] of fitting) {
    for (let place = 0; place < postings.length; place += 2) {
      const impact = postings[place + 1];
      const weight = fit * rarity * (1 + (impact & 2 ? TITLED : 0) + (impact & 1 ? OFTEN : 0));
      const before = held.get(postings[place]);
      if (!before || before[0] < weight) held.set(postings[place], [weight, fit]);
    }
  }
  return { words, held, rarity, cut };
};

// Documents by what they hold: [id, score, missed], best first. A document that a cut list does not name
// may hold the term all the same.
const ranked = (terms) => {
  const all = terms.reduce((sum, { share }) => sum + share, 0);
  const unknown = terms.reduce((sum, { share, cut }) => sum + (cut ? share * LEFT_OUT : 0), 0);
  const sure = terms.filter(({ must, cut }) => must && !cut).length;
  const found = new Map();
  for (const { held, share, cut, must } of terms) {
    for (const [id, [weight, fit]] of held) {
      const one = found.get(id) ?? [0, unknown, 0];
      one[0] += weight;
      one[1] += share * (fit - (cut ? LEFT_OUT : 0));
      if (must && !cut && fit > WRONG_ACCENT) one[2]++;
      found.set(id, one);
    }
  }
  return [...found]
    .map(([id, [score, covered, held]]) => [id, score * (covered / all) ** 2, sure - held])
    .sort((one, other) => other[1] - one[1] || other[0] - one[0]);
};

const distinct = (groups) => [...new Map(groups.map((words) => [key(words), words])).values()];

export const neighbours = (words) => words.slice(1).map((word, place) => [words[place], word]);

// The terms of one query; what is asked once is not weighed twice.
const weigher = (index, documents, accented) => (groups) =>
  Promise.all(
    distinct(groups).map(async (group) => ({
      ...weighed(group, await index.term(key(group)), documents, accented),
      share: 1,
      must: true,
    })),
  );

const wholes = (best) => best.filter((one) => one[2] === 0).length;

// Pairs tell most; syllables are asked only where too few documents hold every pair.
const match = async (weigh, words) => {
  const near = await weigh(neighbours(words));
  const best = ranked(near);
  const whole = wholes(best);
  if (near.length && (whole >= FEW || (whole && near.length > 2))) return { best, whole };
  const apart = await weigh(words.map((word) => [word]));
  // A pair counts beyond its two syllables: what stands together was meant together.
  const both = ranked([...apart, ...near.map((term) => ({ ...term, share: TOGETHER, must: false }))]);
  const absent = apart.filter(({ held }) => !held.size).map((term) => term.words[0].plain);
  return { best: both, whole: wholes(both), absent };
};

// One edit apart: a letter more, less, another, or two that changed places.
const near = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [rest, left] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return Math.max(rest.length, left.length) < 2 || (rest.length === 2 && rest === left[1] + left[0]);
};

// The query with one wrong key mended, or null: a syllable that no text holds, else one whose neighbours
// never stand beside it, becomes the likest one that does.
const mend = async (index, weigh, words, absent) => {
  const places = words.map((_, place) => place).filter((place) => /^[a-z]{2,}$/.test(words[place].plain));
  const suspects = places.filter((place) => absent.includes(words[place].plain));
  const vocabulary = await index.vocabulary();
  const tries = [];
  for (const place of suspects.length ? suspects.slice(0, 1) : places) {
    const likely = vocabulary.filter((word) => near(word, words[place].plain) && word !== words[place].plain);
    const around = [words[place - 1], words[place + 1]];
    for (const word of likely.slice(0, suspects.length ? CANDIDATES : 2)) {
      const other = { plain: word, accented: word };
      const pairs = [around[0] && [around[0], other], around[1] && [other, around[1]]].filter(Boolean);
      tries.push({ pairs: pairs.slice(0, 1), words: words.map((each, at) => (at === place ? other : each)) });
    }
  }
  const held = await Promise.all(
    tries.map(async (one) => ({ ...one, terms: one.pairs.length ? await weigh(one.pairs) : [] })),
  );
  const standing = held.filter(({ terms, pairs }) => !pairs.length || terms.some((term) => term.held.size));
  let best = null;
  for (const one of standing.slice(0, CANDIDATES)) {
    const found = ranked(await weigh(neighbours(one.words)));
    if (found.length && (!best || found[0][1] > best.score)) best = { words: one.words, score: found[0][1] };
  }
  return best?.words ?? null;
};

// The documents of the words typed: { best: [id, score, missed]…, short: the words in their short forms, mended:
// the words asked instead, or null }.
export async function lookup(index, typed) {
  const { documents, short } = await index.root();
  const words = shortened(typed, short);
  if (!words.length) return { best: [], mended: null };
  const accented = words.some((word) => word.accented !== word.plain);
  const weigh = weigher(index, documents, accented);
  const found = await match(weigh, words);
  if (found.whole || (!found.absent.length && words.length > LONG)) return { ...found, short: words, mended: null };
  if (accented) {
    const bare = words.map(({ plain }) => ({ plain, accented: plain }));
    const again = await match(weigher(index, documents, false), bare);
    if (again.whole) return { ...again, mended: bare };
  }
  let mended = null;
  for (let left = 2, absent = found.absent; left > 0; left--) {
    const next = await mend(index, weigh, mended ?? words, absent);
    if (!next) break;
    mended = next;
    const now = await match(weigh, mended);
    if (now.whole || !now.absent?.length) {
      return now.best.length && (now.whole || !found.best.length) ? { ...now, mended } : { ...found, mended: null };
    }
    absent = now.absent;
  }
  return { ...found, mended: null };
}

// `ủy ban nhân dân phường` -> `ubnd phường`: both forms of a text hold the short one.
export const shortened = (words, short) => {
  const plain = words.map((word) => word.plain);
  for (let place = 0; place < words.length; place++) {
    for (const [long, brief] of short) {
      const length = long.split(" ").length;
      if (plain.slice(place, place + length).join(" ") !== long) continue;
      const few = brief.split(" ").map((word) => ({ plain: word, accented: word }));
      words = [...words.slice(0, place), ...few, ...words.slice(place + length)];
      plain.splice(place, length, ...few.map((word) => word.plain));
      place += few.length - 1;
      break;
    }
  }
  return words;
};

// Whether a word of a text is the one typed: without accents it may bear any.
export const fits = (word, other) =>
  word.plain === other?.plain && (word.accented === word.plain || word.accented === other.accented);
