// Letters -> syllables, by the rules of hooks/gandan/search/normalise.py; tests/search-vectors.json holds the
// two together. No lookbehind: telephones of 2020 do not know it.
const UNSEEN = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff";
const WORD = "[\\p{L}\\p{N}\\u0300-\\u036f";
const RUN = new RegExp(`${WORD}${UNSEEN}]+`, "gu");
const PIECE = new RegExp(`\\d+|[\\p{L}\\p{N}](?:${WORD}]*(?!\\d)${WORD}])?`, "gu");
// A run of nothing but Vietnamese letters is one word as it stands; most are.
const PLAIN = /^[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ]+$/i;
const HIDDEN = new RegExp(`[${UNSEEN}]`, "g");
// Old style puts the tone of an open oa, oe, uy on the first vowel; the u of `quý` is no vowel.
const OPEN = /((?:^|[^q])u(?=y)|o(?=[ae]))([aey])([\u0300\u0301\u0303\u0309\u0323])$/;
const QU = /^(qu)([\u0300\u0301\u0303\u0309\u0323])([aeiouy][\u0302\u0306\u031b]?)/;
const KIND = /^(chi thi|cong van|huong dan|ke hoach|ket luan|(nghi|quy|quyet) dinh|nghi quyet|phap lenh|thong (bao|tu)|(.* )?luat)$/;

const remembered = (answer) => {
  const answers = new Map();
  return (asked) => {
    if (!answers.has(asked)) answers.set(asked, answer(asked));
    return answers.get(asked);
  };
};

// A letter in its plain shape, lower case; nothing for what is not seen.
const shape = remembered((letter) =>
  letter.normalize("NFKC").replace(HIDDEN, "").toLowerCase().replace(/[\u00f0\u0256]/g, "đ"));

const spell = (letters) =>
  letters.replace(/^0+(?=\d+$)/, "").normalize("NFD").replace(OPEN, "$1$3$2").replace(QU, "$1$3$2").normalize("NFC");

const bare = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").normalize("NFC");

// One syllable in its one spelling: `HOÀ` -> `hòa`, `07` -> `7`.
export const canonical = (word) => spell(Array.from(word, shape).join(""));

// One syllable without accents: `Đất` -> `dat`.
export const fold = (word) => bare(canonical(word));

const spelled = (letters) => {
  const accented = spell(letters);
  return { plain: bare(accented), accented };
};

// The words of one run of letters, with their places in it. A text of thousands has a few hundred.
const pieces = remembered((run) => {
  if (PLAIN.test(run)) return [{ ...spelled(run.toLowerCase()), start: 0, end: run.length }];
  const places = [];
  let flat = "";
  let start = 0;
  for (const one of run) {
    const end = start + one.length;
    for (const unit of shape(one).split("")) {
      flat += unit;
      places.push([start, end]);
    }
    start = end;
  }
  return Array.from(flat.matchAll(PIECE), ({ 0: piece, index }) => {
    return { ...spelled(piece), start: places[index][0], end: places[index + piece.length - 1][1] };
  });
});

// `chỉ thị số 14` is `chỉ thị 14`.
const spoken = ({ accented }, place, all) =>
  /^s[oố]$/.test(accented) && /^\d/.test(all[place + 1]?.accented) &&
  KIND.test(all.slice(Math.max(place - 2, 0), place).map((one) => one.plain).join(" "));

// The words of a text, and where they stand in it as given: `text.slice(start, end)`.
export const syllables = (text) => {
  const found = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    for (const { plain, accented, start, end } of pieces(run)) {
      found.push({ plain, accented, start: index + start, end: index + end });
    }
  }
  return found.filter((...one) => !spoken(...one));
};
