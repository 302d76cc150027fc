import { LostConnection } from "./index.js";
import { ahead, search } from "./engine.js";
import { row } from "./row.js";

// What is typed becomes an address, the address becomes results.
const PAUSE = 250;
const STEP = 10;
const LONGEST = 200;
const KEYS = { query: "q", kind: "loai", topic: "chu-de", year: "nam", force: "hieu-luc", sort: "xep" };
const WIDE = { kind: "", topic: "", year: "", force: "" };

const root = new URL("../../", import.meta.url);
const base = `${root}tim-kiem/chi-muc/`;
const one = (selector, place = document) => place.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const on = (target, kind, act) => target.addEventListener(kind, act);
const field = one("#_tim");
const results = one("#search-results");
const hits = one("#hits");
const narrow = one("#narrow");
const title = document.title;

const wish = {};
let settled; // the entry of the history that typing must not lose
let turn = 0; // answers to older questions are dropped
let pause, rest;

const busy = (is) => {
  results.setAttribute("aria-busy", is);
  hits.classList.toggle("old", is);
};
const stand = (...states) => {
  for (const part of all("[data-for]")) part.hidden = !part.dataset.for.split(" ").some((state) => states.includes(state));
};
const clean = (text) => [...text].slice(0, LONGEST).join("").replace(/\p{Surrogate}/gu, " ").trim();

const address = () => {
  const asked = `${new URLSearchParams(Object.keys(KEYS).filter((key) => wish[key]).map((key) => [KEYS[key], wish[key]]))}`;
  return asked ? `?${asked}` : location.pathname + location.hash;
};
const keep = () => {
  const state = { shown: hits.childElementCount, top: scrollY };
  if (settled.address === address()) settled.state = state;
  history.replaceState(state, "", address());
};
// What was typed over gets its entry back; what is asked now gets its own.
const settle = () => {
  const next = address();
  if (next === settled.address) return;
  history.replaceState(settled.state, "", settled.address);
  history.pushState(null, "", next);
  settled = { address: next };
};
const open = async () => {
  const { state } = history;
  const asked = new URLSearchParams(location.search);
  clearTimeout(pause);
  for (const key in KEYS) wish[key] = clean(asked.get(KEYS[key]) ?? "");
  field.value = wish.query;
  settled = { address: address(), state };
  await seek(0, state?.shown);
  if (state) scrollTo({ top: state.top, behavior: "instant" });
};

const seek = async (offset = 0, limit = STEP) => {
  const mine = ++turn;
  let shown = 0;
  const { query, kind, topic, year, force, sort } = wish;
  document.title = query ? `${query} – ${title}` : title;
  if (!/[\p{L}\p{N}]/u.test(query)) return finish(query && "Hãy gõ ít nhất một chữ cái hoặc một chữ số.", 0, "rest");
  busy(true);
  if (results.hidden) say("Đang tìm…", "busy"); // where the count will stand: nothing moves
  try {
    for await (const found of search(query, { base, limit: limit || STEP, offset, sort, kind, year: +year, topic, force })) {
      if (mine !== turn) return;
      tell(found, offset, shown);
      shown = found.hits.length;
    }
  } catch (error) {
    if (mine !== turn) return;
    if (!(error instanceof LostConnection)) console.error(error);
    finish("Chưa tải được kết quả.", offset + shown, "lost", !offset && !shown && "rest");
  }
};
const say = (words, ...states) => {
  const said = one("#said");
  if (said.textContent !== words) said.textContent = words;
  stand(...states);
};
const finish = (words, kept, ...states) => {
  if (!kept) hits.replaceChildren();
  say(words, ...states);
  busy(false);
  keep();
};
// The first `shown` of the results stand already and stay as they are; with the facets the answer is complete.
const tell = ({ total, more, mended, hits: found, facets }, offset, shown) => {
  const rows = found.slice(shown).map((each) => row(root, each));
  if (!offset && !shown) hits.replaceChildren();
  hits.append(...rows);
  hits.classList.remove("old");
  if (offset && !shown) one("a", rows[0])?.focus();
  const words = mended ?? wish.query;
  const link = one("#mended a");
  link.textContent = words;
  link.href = `?${new URLSearchParams({ q: words })}`;
  say(
    total ? `${`${total}`.replace(/\B(?=(...)+$)/g, ".")} kết quả cho «${words}»` : `Không tìm thấy gì cho «${words}».`,
    ...(total ? ["found"] : ["none", "rest"]),
    more && "more",
    mended && "mended",
    Object.keys(WIDE).some((key) => wish[key]) && "narrowed",
  );
  offer(facets);
  if (!facets) return;
  busy(false);
  keep();
};

// A choice that finds nothing cannot be made; the one that was made can be taken back.
const offer = (facets) => {
  for (const choice of all("#narrow [value]")) {
    const { value, type } = choice;
    const { name } = choice.closest("[name]");
    if (type === "button") choice.setAttribute("aria-pressed", wish[name] === value);
    if (!facets) continue; // they come after the results
    const listed = facets[name]?.find(([each]) => `${each}` === value);
    choice.disabled = name !== "sort" && value && !listed && wish[name] !== value;
    if (type === "button") choice.lastChild.textContent = listed?.[1] ?? "";
    else if (name === "year" && value) choice.text = value + (listed ? ` (${listed[1]})` : "");
  }
  for (const choice of all("#narrow select")) choice.value = wish[choice.name];
};

const ask = () => {
  clearTimeout(pause);
  wish.query = clean(field.value);
};
const change = (values) => {
  ask();
  settle(); // what was typed is an entry of its own
  Object.assign(wish, values);
  settle();
  seek();
};

on(field, "input", () => {
  ask();
  busy(true);
  if (/\s$/.test(field.value)) ahead(wish.query, base).catch(() => {});
  pause = setTimeout(seek, PAUSE);
});
on(field.form, "submit", (event) => {
  event.preventDefault();
  change();
  if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard hides the results
});
on(narrow, "click", ({ target }) => {
  const choice = target.closest("button");
  if (choice) change({ [choice.name]: choice.value === wish[choice.name] ? "" : choice.value });
});
on(narrow, "change", ({ target }) => change({ [target.name]: target.value }));
const further = () => seek(hits.childElementCount);
on(one("#more"), "click", further);
on(one("#again"), "click", further);
on(one("#loosen"), "click", () => change(WIDE));
on(hits, "click", () => {
  settle();
  keep();
});
on(document, "keydown", (event) => {
  const here = document.activeElement;
  const stops = [field, ...all("[data-result]")];
  const place = stops.indexOf(here);
  const next = {
    Escape: results.contains(here) && field,
    ArrowDown: place >= 0 && stops[place + 1],
    ArrowUp: stops[place - 1],
  }[event.key];
  if (!next || event.isComposing) return;
  event.preventDefault();
  next.focus();
});
on(window, "scroll", () => {
  clearTimeout(rest);
  rest = setTimeout(() => results.matches("[aria-busy=false]") && keep(), 150);
});
on(window, "popstate", open);
history.scrollRestoration = "manual";
// Drawing the page takes a slow telephone as long as a request: the request goes first, unless it keeps us waiting.
const draw = () => (document.body.hidden = false);
document.body.hidden = true;
setTimeout(draw, PAUSE);
ahead("", base).catch(() => {}).then(draw);
open();
