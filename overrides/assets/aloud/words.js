import { sentences } from "./sentences.js";

// An article as it is read: its sentences in order, each with its place on the page. gandan/aloud/page.py takes
// the same runs of words from the page's text; what differs is spoken as it is written.
const WITHIN = new Set(
  "a abbr b bdi cite code data del dfn em i ins kbd mark q s samp small span strong sub time u var wbr".split(" "),
);
const PASSED = "audio, button, form, nav, script, select, style, sup, svg, template, video, [aria-hidden=true]"
  + ", .recording, .kicker, .tools, .listen, .only-screen, [data-chronicle]";
const APART = "[data-shown-from], [data-shown-until], [data-left-from]"; // comes and goes by the day
const LINE = "\0"; // stands for <br>, for a line break of the source is a blank

const shown = (element) => element.getClientRects().length > 0;

/** Text nodes -> the letters of their words with single blanks, and of each letter where it stands. */
const letters = (pieces) => {
  const places = [];
  let text = "";
  let blank = null;
  for (const { node, data } of pieces) {
    for (let at = 0; at < data.length; at++) {
      if (/\s/.test(data[at])) blank ??= [node, at];
      else {
        if (blank && text) {
          text += " ";
          places.push(blank);
        }
        blank = null;
        text += data[at];
        places.push([node, at]);
      }
    }
  }
  return { text, places };
};
const range = ([first, from], [last, to]) => {
  const made = document.createRange();
  made.setStart(first, from);
  made.setEnd(last, to + 1);
  return made;
};
const parts = (pieces) => {
  const { text, places } = letters(pieces);
  const found = [];
  let start = 0;
  for (const line of text.split(LINE)) {
    for (const [from, to] of sentences(line)) {
      const place = range(places[start + from], places[start + to - 1]);
      found.push({ text: line.slice(from, to), lead: [], place });
    }
    start += line.length + 1;
  }
  return found;
};
const led = (found, ...lead) => {
  found[0]?.lead.unshift(...lead);
  return found;
};

/** Below an element: its sentences, `{text, lead, place}`; what leads one is said before it. */
export const told = (root) => {
  const found = [];
  let pieces = [];
  const close = (...more) => {
    found.push(...parts(pieces), ...more);
    pieces = [];
  };
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push({ node, data: node.data });
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(PASSED)) return;
    const name = node.localName;
    if (name === "br") pieces.push({ node, data: LINE });
    else if (WITHIN.has(name) && !node.matches(APART)) {
      if (!node.hidden) node.childNodes.forEach(visit);
    } else close(...(shown(node) ? inside(node, name) : []));
  };
  root.childNodes.forEach(visit);
  close();
  return found;
};
const inside = (node, name) => {
  if (name === "img") {
    const place = document.createRange();
    place.selectNode(node);
    return node.alt ? [{ text: node.alt, lead: ["Ảnh"], place }] : [];
  }
  if (name === "table") return rows(node);
  if (name === "li" && node.parentNode.localName === "ol") return led(told(node), String(number(node)));
  return node.matches(".state, .standing") ? led(told(node), "Trạng thái") : told(node);
};
const number = (line) => line.value || line.parentNode.start + [...line.parentNode.children].indexOf(line);

/** A table row by row, each cell after the heads of its column. */
const rows = (table) => {
  const columns = laid(table);
  const heads = [];
  for (const cell of table.tHead?.querySelectorAll("th, td") ?? []) {
    for (let x = columns.get(cell); x < columns.get(cell) + cell.colSpan; x++) {
      (heads[x] ??= []).push(...told(cell).map(({ text }) => text));
    }
  }
  const cells = [...table.rows].filter((row) => row.parentNode !== table.tHead && shown(row)).flatMap((row) => [...row.cells]);
  const read = (cell) => led(told(cell), ...(cell.localName === "th" ? [] : heads[columns.get(cell)] ?? []));
  return [...(table.caption ? told(table.caption) : []), ...cells.flatMap(read)];
};
const laid = (table) => {
  const columns = new Map();
  const taken = [...table.rows].map(() => new Set());
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (taken[y].has(x)) x++;
      columns.set(cell, x);
      for (const below of taken.slice(y, y + (cell.rowSpan || taken.length))) {
        for (let over = 0; over < cell.colSpan; over++) below.add(x + over);
      }
    }
  });
  return columns;
};
