import { all, one } from "./elements.js";

// States between two builds. A badge carries its days (both included) and what follows them by itself, as
// `id|words|tone|until;…`; what else ends carries data-shown-from and data-shown-until. All days are Vietnam's.
const DAY = 86400000;
const now = () => Date.now() + 7 * 3600000;
const today = () => new Date(now()).toISOString().slice(0, 10);
const stages = (badge) => {
  const { state, until, from, then } = badge.dataset;
  const list = [{ id: state, words: badge.textContent, tone: badge.classList[1], from, until }];
  for (const step of then ? then.split(";") : []) {
    const [id, words, tone, last] = step.split("|");
    const first = new Date(Date.parse(list.at(-1).until) + DAY).toISOString().slice(0, 10);
    list.push({ id, words, tone, from: first, until: last });
  }
  return { badge, list, at: 0 };
};
const badges = all("[data-state][data-until]").map(stages);

// A row goes to the part of the list that holds its new state, or out of a list that holds none of it.
const move = (badge, id) => {
  const row = badge.closest(".row");
  const home = row?.closest("[data-holds]");
  if (!home) return;
  const holds = (part) => part.dataset.holds.split(" ").includes(id);
  const part = all("[data-holds]").find(holds);
  row.hidden = !part;
  if (part && part !== home) one(".rows", part).append(row);
  for (const each of [home, part].filter(Boolean)) {
    const none = !one(".row:not([hidden])", each);
    const said = one(".none", each);
    one(".rows", each).hidden = none;
    if (said) said.hidden = !none;
    each.hidden = none && !said;
  }
};
const show = (turned, day) => {
  const { badge, list } = turned;
  const at = list.findIndex(({ until }) => !until || day <= until);
  badge.hidden = at < 0; // it ended, and nobody wrote what follows
  if (at < 0 || at === turned.at) return;
  turned.at = at;
  const { id, words, tone, from, until } = list[at];
  badge.textContent = words;
  badge.className = `badge ${tone}`;
  for (const [name, value] of Object.entries({ state: id, from, until })) {
    if (value) badge.dataset[name] = value;
    else delete badge.dataset[name];
  }
  move(badge, id);
  for (const told of all("[data-as-of]")) {
    told.dateTime = day;
    told.textContent = day.split("-").reverse().join("/");
  }
};
const count = (place, day) => {
  const { leftFrom, leftUntil } = place.dataset;
  const days = (Date.parse(leftUntil) - Date.parse(day)) / DAY;
  place.textContent = days ? `Còn ${days} ngày` : "Hôm nay là ngày cuối";
  place.hidden = day < leftFrom || days < 0;
};
const turn = () => {
  const day = today();
  for (const badge of badges) show(badge, day);
  for (const place of all("[data-left-until]")) count(place, day);
  for (const piece of all("[data-shown-from], [data-shown-until]")) {
    const { shownFrom, shownUntil } = piece.dataset;
    piece.hidden = day < (shownFrom ?? "") || day > (shownUntil ?? "9999");
  }
};
const wake = () => {
  turn();
  setTimeout(wake, DAY - (now() % DAY));
};
wake();
addEventListener("pageshow", turn); // a telephone that slept over midnight
document.addEventListener("visibilitychange", turn);
