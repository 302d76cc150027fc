// Where a sentence ends: the same as in gandan/spoken/sentences.py, held to it by tests/sentence-vectors.json.
const STOP = /[.!?…]+["”’»)\]]*(?=[ \t]|$)/g;
// A point after these ends no sentence: TP. Huế, ThS. Mẫu, v.v. và, 1. Thời gian.
const GOES_ON = new RegExp(
  "^[ \\t]*(?:\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2}){0,3}|[IVX]{1,5}|[a-zđ])\\.$" +
  "|(?:^|[^\\p{L}\\p{N}_.])(?:TP|Tp|tp|TX|TT|P|Q|Tr|tr|Th\\.?S|TS|PGS|GS|BS|KS|NGƯT|NGND|VD|vd|Đ/c|đ/c)\\.$" +
  "|(?:^|[^\\p{L}\\p{N}_])v\\.v\\.$",
  "u",
);
const TAIL = 14; // letters in which a point that ends nothing is told

const tail = (line, start, end) => (end - start <= TAIL ? line.slice(start, end) : `\n${line.slice(end - TAIL, end)}`);
const trimmed = (line, start, end) => {
  const words = line.slice(start, end);
  return [start + words.length - words.trimStart().length, start + words.trimEnd().length];
};

/** One line of text -> where each of its sentences begins and ends. */
export const sentences = (line) => {
  const found = [];
  let start = 0;
  for (const stop of line.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (stop[0] === "." && GOES_ON.test(tail(line, start, end))) continue;
    found.push(trimmed(line, start, end));
    start = end;
  }
  return [...found, trimmed(line, start, line.length)].filter(([from, to]) => from < to);
};
