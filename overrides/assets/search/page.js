// What is typed becomes an address, the address becomes results; nothing of either is read as HTML.
const PAUSE = 250;
const STEP = 10;
const LONGEST = 200;
const KEYS = { query: "q", kind: "loai", topic: "chu-de", year: "nam", force: "hieu-luc", sort: "xep" };
const OPEN = { kind: "", topic: "", year: "", force: "" };

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
let engine, pause, rest;

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const busy = (is) => results.setAttribute("aria-busy", is);
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
  const { query, kind, topic, year, force, sort } = wish;
  document.title = query ? `${query} – ${title}` : title;
  if (!/[\p{L}\p{N}]/u.test(query)) return finish(query && "Hãy gõ ít nhất một chữ cái hoặc một chữ số.", 0, "rest");
  busy(true);
  if (results.hidden) stand("busy");
  try {
    engine ??= await import("./engine.js");
    const found = await engine.search(query, {
      base,
      limit: limit || STEP,
      offset,
      sort: sort || "relevance",
      kind: kind || null,
      year: +year || null,
      topic: topic || null,
      force: force || null,
    });
    if (mine === turn) tell(found, offset);
  } catch (error) {
    if (mine !== turn) return;
    if (engine && !(error instanceof engine.LostConnection)) console.error(error);
    finish("Chưa tải được kết quả.", offset, "lost", !offset && "rest");
  }
};
const finish = (words, kept, ...states) => {
  if (!kept) hits.replaceChildren();
  one("#said").textContent = words;
  stand(...states);
  busy(false);
  keep();
};
const tell = ({ total, more, mended, hits: found, facets }, offset) => {
  const rows = found.map(row);
  if (!offset) hits.replaceChildren();
  hits.append(...rows);
  if (offset) one("a", rows[0])?.focus();
  const words = mended ?? wish.query;
  const link = one("#mended a");
  link.textContent = words;
  link.href = `?${new URLSearchParams({ q: words })}`;
  offer(facets);
  finish(
    total ? `${total.toLocaleString("vi")} kết quả cho «${words}»` : `Không tìm thấy gì cho «${words}».`,
    1,
    ...(total ? ["found"] : ["none", "rest"]),
    more && "more",
    mended && "mended",
    Object.keys(OPEN).some((key) => wish[key]) && "narrowed",
  );
};

const pieces = (parts) => parts.map(([text, marked]) => (marked ? make("mark", {}, text) : text));
const row = ({ url, title, excerpt, kindWords, date, dateWords, number, badge }) => {
  const link = make("a", { href: new URL(url, root) }, ...pieces(title));
  link.dataset.result = "";
  const name = make("span", {}, kindWords);
  if (number) name.append(" · ", make("b", { className: "number" }, number));
  const meta = make("p", { className: "meta" });
  if (dateWords) meta.append(make("time", { dateTime: date }, dateWords), " ");
  if (badge) {
    meta.append(make("span", { className: `badge ${badge.tone}` }, badge.words));
    meta.lastChild.dataset.state = badge.id;
  }
  const summary = make("p", { className: "summary" }, ...pieces(excerpt));
  return make("li", { className: "row" }, make("h2", {}, name, " ", link), meta, summary);
};

// A choice that finds nothing cannot be made; the one that was made can be taken back.
const offer = (facets) => {
  for (const choice of all("#narrow [value]")) {
    const { value } = choice;
    const { name } = choice.closest("[name]");
    const listed = facets[name]?.find(([each]) => `${each}` === value);
    choice.disabled = name !== "sort" && value && !listed && wish[name] !== value;
    if (name === "year" && value) choice.text = value + (listed ? ` (${listed[1]})` : "");
    if (choice.type !== "button") continue;
    choice.lastChild.textContent = listed?.[2] ?? "";
    choice.setAttribute("aria-pressed", wish[name] === value);
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
const further = () => (engine ? seek(hits.childElementCount) : location.reload());
on(one("#more"), "click", further);
on(one("#again"), "click", further);
on(one("#loosen"), "click", () => change(OPEN));
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
open();
