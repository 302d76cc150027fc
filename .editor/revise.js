// A YAML text and what it should say -> the text with the fewest changes.
//
// What staff wrote stays as they wrote it: order, quotes, comments, blank lines, `012`, `{a: b}`. Every scalar is
// text, as the portal itself reads it. Where the few changes would not give the value, the whole is written anew.
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';

const READ = { schema: 'failsafe', version: '1.2' };
const WRITE = { schema: 'failsafe', lineWidth: 0, indentSeq: true };
const FLAGS = { true: true, false: false };

// The text -> plain objects, lists and texts; a plain true or false is a flag.
export function read(text) {
  const document = parseDocument(text, READ);
  if (document.errors.length) throw document.errors[0];
  return plain(document.contents);
}

export function write(value) {
  return isEmpty(value) ? '' : stringify(texts(value), WRITE);
}

export function revise(text, value) {
  const document = parseDocument(text, READ);
  if (document.errors.length || isEmpty(value)) return write(value);
  const edits = [];
  change(text, document.contents, value, edits);
  const revised = edits
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((whole, { start, end, words }) => whole.slice(0, start) + words + whole.slice(end), text);
  return says(revised, value) ? revised : write(value);
}

function says(text, value) {
  try {
    return same(read(text), value);
  } catch {
    return false;
  }
}

function plain(node) {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [key.value, plain(value)]));
  if (isSeq(node)) return node.items.map(plain);
  const word = node?.value ?? '';
  return isScalar(node) && node.type === 'PLAIN' && word in FLAGS ? FLAGS[word] : word;
}

function texts(value) {
  if (Array.isArray(value)) return value.map(texts);
  if (value === null || typeof value !== 'object') return String(value ?? '');
  const told = Object.entries(value).filter(([, one]) => !isEmpty(one) && one !== false);
  return Object.fromEntries(told.map(([name, one]) => [name, texts(one)]));
}

export function isEmpty(value) {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

// A form without an answer, a flag that is off, the day of a moment, midnight of a day: nothing was changed.
export function same(old, value) {
  if (isEmpty(old) && (isEmpty(value) || value === false)) return true;
  if (typeof old !== 'object' || typeof value !== 'object' || isEmpty(value)) return alike(`${old}`, `${value}`);
  if (Array.isArray(old)) return old.length === value.length && old.every((one, at) => same(one, value[at]));
  return Object.keys({ ...old, ...value }).every((name) => same(old[name], value[name]));
}

function alike(old, value) {
  const [one, other] = [old.trim(), value.trim()];
  if (one === other) return true;
  return /^\d{4}-\d\d-\d\d/.test(one) && (one.startsWith(`${other}T`) || other.startsWith(`${one}T00:00`));
}

// ------------------------------------------------------------------ where a text must be changed

function change(text, node, value, edits) {
  if (same(plain(node), value)) return;
  if (isMap(node) && !node.flow && isObject(value)) changeMap(text, node, value, edits);
  else if (isSeq(node) && !node.flow && Array.isArray(value)) changeList(text, node, value, edits);
  else if (node) edits.push({ start: node.range[0], end: ending(text, node), words: styled(text, node, value) });
}

function changeMap(text, map, value, edits) {
  const pairs = new Map(map.items.map((pair) => [pair.key.value, pair]));
  let before = null;
  for (const [name, one] of Object.entries(value)) {
    const pair = pairs.get(name);
    if (pair && !same(plain(pair.value), one)) {
      if (isEmpty(one)) edits.push({ ...lines(text, pair), words: '' });
      else if (keepsForm(pair.value, one)) change(text, pair.value, one, edits);
      else edits.push({ ...span(text, pair), words: pairWords(text, pair.key.range[0], name, one) });
    } else if (!pair && !isEmpty(one) && one !== false) {
      edits.push(insertion(text, before ?? map.items[0], Boolean(before), name, one));
    }
    before = pair ?? before;
  }
  for (const [name, pair] of pairs) {
    if (!(name in value) && !isEmpty(plain(pair.value))) edits.push({ ...lines(text, pair), words: '' });
  }
}

function changeList(text, list, value, edits) {
  const old = list.items;
  let head = 0;
  while (head < Math.min(old.length, value.length) && same(plain(old[head]), value[head])) head += 1;
  let tail = 0;
  const left = Math.min(old.length, value.length) - head;
  while (tail < left && same(plain(old.at(-1 - tail)), value.at(-1 - tail))) tail += 1;
  const gone = old.slice(head, old.length - tail);
  const come = value.slice(head, value.length - tail);
  const both = Math.min(gone.length, come.length);
  for (let at = 0; at < both; at += 1) change(text, gone[at], come[at], edits);
  for (const item of gone.slice(both)) edits.push({ ...itemLines(text, item), words: '' });
  if (come.length > both) {
    const last = old[head + both - 1];
    const column = columnOf(text, dash(text, old[0]));
    const start = last ? nextLine(text, ending(text, last)) : lineStart(text, dash(text, old[0]));
    edits.push({ start, end: start, words: newline(text, start) + indented(write(come.slice(both)), column) });
  }
}

function keepsForm(node, value) {
  if (isMap(node)) return isObject(value);
  if (isSeq(node)) return Array.isArray(value) && (node.flow || node.items.length > 0);
  return isScalar(node) && node.value !== '' && typeof value !== 'object' && !/\n/.test(String(value).trim() + node.value.trim());
}

function styled(text, node, value) {
  if (node.flow) return stringify(texts(value), { ...WRITE, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd();
  const column = columnOf(text, node.range[0]);
  if (typeof value === 'object') return indented(write(value), column).trim();
  const quoted = { QUOTE_DOUBLE: 'QUOTE_DOUBLE', QUOTE_SINGLE: 'QUOTE_SINGLE' }[node.type] ?? 'PLAIN';
  const words = stringify(String(value).trim(), { ...WRITE, defaultStringType: quoted }).trimEnd();
  return words.includes('\n') ? indented(words, column).trim() : words;
}

function pairWords(text, start, name, value) {
  const multiline = typeof value === 'string' && value.includes('\n') ? `${value.trimEnd()}\n` : value;
  return indented(write({ [name]: multiline }), columnOf(text, start)).trim();
}

function insertion(text, pair, after, name, value) {
  const column = columnOf(text, pair.key.range[0]);
  const start = after ? nextLine(text, span(text, pair).end) : pair.key.range[0];
  const words = indented(write({ [name]: value }), column);
  if (after) return { start, end: start, words: newline(text, start) + words };
  return { start, end: start, words: `${words.trim()}\n${' '.repeat(column)}` };
}

// ------------------------------------------------------------------ places in a text

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const lineStart = (text, at) => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text, at) => at - lineStart(text, at);
const nextLine = (text, at) => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1);
const newline = (text, start) => (start > 0 && text[start - 1] !== '\n' ? '\n' : '');
const dash = (text, item) => text.lastIndexOf('-', item.range[0] - 1);

function ending(text, node) {
  let end = node.range[1];
  while (end > node.range[0] && /\s/.test(text[end - 1])) end -= 1;
  return end;
}

function span(text, pair) {
  const start = pair.key.range[0];
  const colon = text.indexOf(':', pair.key.range[1]) + 1;
  return { start, end: pair.value?.range && !isEmpty(plain(pair.value)) ? ending(text, pair.value) : colon };
}

function lines(text, pair) {
  const { start, end } = span(text, pair);
  const first = lineStart(text, start);
  // The first field of a list's item stands behind the dash, which stays.
  return text.slice(first, start).trim() ? { start, end: nextLine(text, end) + columnOf(text, start) } : { start: first, end: nextLine(text, end) };
}

function itemLines(text, item) {
  return { start: lineStart(text, dash(text, item)), end: nextLine(text, ending(text, item)) };
}

function indented(words, column) {
  return words.replace(/^(?=.)/gm, ' '.repeat(column));
}
