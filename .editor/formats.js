// The three forms of a ward's files, as the editor reads and writes them: what was not edited keeps its bytes.
import { isEmpty, read, revise, write } from './revise.js';

const SOURCE = '_source'; // the file as it was read goes along with the fields; it is never written
const HEAD = /^---\n(?<head>[\s\S]*?)\n?^---(?:\n(?<body>[\s\S]*))?$/m;

const parts = (text) => HEAD.exec(text)?.groups ?? { head: '', body: text };
const without = ({ [SOURCE]: source, ...fields }) => [source, fields];

// The editor writes `./anh/a.webp` for a file beside an item; the ward writes `anh/a.webp`.
function beside(value) {
  if (typeof value === 'string') return value.replace(/^\.\/(?=anh\/)/, '');
  if (Array.isArray(value)) return value.map(beside);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, beside(one)]));
}

// Words with fields above them, between two lines of dashes.
export const page = {
  fromFile(text) {
    const { head, body = '' } = parts(text);
    return { ...read(head), body: body.replace(/^\n+/, ''), [SOURCE]: text };
  },
  toFile(value) {
    const [source, { body, ...rest }] = without(value);
    const fields = beside(rest);
    const words = (body ?? '').replaceAll('](./anh/', '](anh/').replaceAll('](<./anh/', '](<anh/');
    if (source === undefined) return `---\n${write(fields)}---\n${words}`;
    const old = parts(source);
    const head = revise(`${old.head}\n`, fields);
    const gap = /^\n*/.exec(old.body ?? '')[0];
    const kept = (old.body ?? '').trim() === words.trim() ? (old.body ?? '') : gap + words;
    return `---\n${head.replace(/\n*$/, '\n')}---\n${kept}`;
  },
};

// One record.
export const record = {
  fromFile: (text) => ({ ...read(text), [SOURCE]: text }),
  toFile(value) {
    const [source, fields] = without(value);
    return source === undefined ? write(fields) : revise(`${source}\n`, fields);
  },
};

// A list of records: the editor knows files of fields only, so the list is given a name there.
const rows = (toRows, fromRows) => ({
  fromFile(text) {
    const whole = read(text);
    return { items: isEmpty(whole) ? [] : toRows(whole), [SOURCE]: text };
  },
  toFile(value) {
    const [source, { items }] = without(value);
    const whole = fromRows(items ?? []);
    return source === undefined ? write(whole) : revise(`${source}\n`, whole);
  },
});

export const list = rows((whole) => whole, (items) => items);

// Records under names of their own: a year and its days off, an old address and what became of it.
const named = (name, pack, unpack) =>
  rows(
    (whole) => Object.entries(whole).map(([key, one]) => ({ [name]: key, ...pack(one) })),
    (items) => Object.fromEntries(items.map(({ [name]: key, ...one }) => [key ?? '', unpack(one)])),
  );

export const years = named('year', (one) => one, (one) => one);

export const moves = named(
  'address',
  (one) => (typeof one === 'string' ? { moved: one } : { removal: one }),
  ({ moved, removal }) => (isEmpty(removal) ? (moved ?? '') : removal),
);
