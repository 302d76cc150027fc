// What a page gains with a script: a menu that folds, a filter of the register, a search that is fetched ahead,
// copy and print. All of it works without: the menu lies open, the register is complete, the browser prints.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const made = (tag, words, ...inner) => {
    const element = document.createElement(tag);
    element.append(words, ...inner);
    return element;
  };
  // 24 units wide; what runs against the clock is a hole.
  const SHAPES = {
    menu: "M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z",
    print: "M6 3h12v4H6zM2 8h20v9h-4v4H6v-4H2zm6 5v6h8v-6z",
    copy: "M3 1h13v2H5v14H3zM7 5h14v18H7zm2 2v14h10V7z",
  };
  const button = (shape, words) => {
    const [icon, path] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SHAPES[shape]);
    icon.append(path);
    return Object.assign(made("button", icon, made("span", words)), { type: "button" });
  };

  const menu = one("#_trinh-don");
  const folder = button("menu", "Menu");
  const fold = (folded) => {
    menu.classList.toggle("folded", folded);
    folder.setAttribute("aria-expanded", String(!folded));
  };
  folder.className = "menu-button";
  folder.setAttribute("aria-controls", menu.id);
  one(".brand").after(folder);
  fold(true);
  folder.addEventListener("click", () => fold(!menu.classList.contains("folded")));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      fold(true);
      folder.focus();
    }
  });
  // Folded, it leaves its links at the foot, so that nobody has to know what three bars mean.
  one(".doors[data-more]")?.prepend(...all("li", menu).map((line) => {
    const copied = line.cloneNode(true);
    copied.firstElementChild.removeAttribute("aria-current");
    return copied;
  }));

  // The search is fetched ahead once its field is touched; a page that does not search asks for nothing.
  one("#_tim").addEventListener("focus", ({ target }) => {
    const ahead = (rel, path) =>
      document.head.append(Object.assign(document.createElement("link"), { rel, href: new URL(path, target.form.action) }));
    ahead("modulepreload", "../assets/search/page.js");
    ahead("prefetch", "chi-muc/goc.json");
  }, { once: true });

  // `Nghị định 59/2023/NĐ-CP` -> `nghi dinh 59 2023 nd cp`: found however it is typed.
  const flat = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[đð]/g, "d").match(/[a-z0-9]+/g)?.join(" ") ?? "";

  const form = one("[data-filter]");
  if (form) {
    const rows = all("[data-register] > li");
    const words = rows.map((row) => flat(row.textContent));
    const values = rows.map((row) => row.dataset.is.split(" "));
    const filter = () => {
      const typed = flat(one("[data-words]", form).value);
      const chosen = all("select", form).map((select) => select.value).filter(Boolean);
      let shown = 0;
      rows.forEach((row, place) => {
        const fits =
          words[place].includes(typed) &&
          chosen.every((value) => values[place].includes(value));
        row.hidden = !fits;
        shown += fits;
      });
      one("[data-count]").textContent = `${shown} văn bản`;
      one("[data-nothing]").hidden = shown > 0;
    };
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    one("[data-clear]").addEventListener("click", () => {
      form.reset();
      filter();
      one("[data-words]", form).focus();
    });
    filter(); // the browser may have kept what was typed
  }

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

  // When the record went out and what changed: a file that publication writes beside the pages. It is asked for
  // when its place comes near; without it (a build that is only looked at) the place stays empty.
  const told = ({ time, when, said, sha256, files }) => {
    const day = Object.assign(made("time", when), { dateTime: time });
    const lines = said.map((line, at) => (at ? made("p", line) : made("p", day, `: ${line}`)));
    const sums = [...(sha256 ? [["SHA-256", sha256]] : []), ...Object.entries(files)];
    return made("li", "", ...lines, ...sums.map(([name, sum]) => made("p", `${name.split("/").at(-1)}: `, made("code", sum))));
  };
  const chronicle = async (place) => {
    const answer = await fetch(place.dataset.chronicle);
    if (!answer.ok) return;
    const { line, events } = await answer.json();
    const list = Object.assign(made("ol", "", ...events.map(told).reverse()), { reversed: true });
    const door = made("summary", events.length > 1 ? "Xem thay đổi" : "Xem mã kiểm tra");
    place.append(made("p", line), made("details", door, list));
  };
  const place = one("[data-chronicle]");
  if (place) {
    new IntersectionObserver(([seen], watch) => {
      if (!seen.isIntersecting) return;
      watch.disconnect();
      chronicle(place).catch(() => {});
    }, { rootMargin: "400px" }).observe(place);
  }

  const tools = one("[data-tools]");
  if (tools) {
    const [printer, copy] = [button("print", "In trang"), button("copy", "Sao chép đường dẫn")];
    printer.dataset.print = "";
    printer.addEventListener("click", () => print());
    copy.dataset.copy = "";
    tools.append(printer, ...(navigator.clipboard ? [copy] : []));
    tools.hidden = false;
  }
  all("[data-copy]").forEach((copy) => {
    if (!navigator.clipboard) return;
    copy.hidden = false;
    const label = one("span", copy) ?? copy;
    const said = label.textContent;
    copy.addEventListener("click", async () => {
      const url = one("link[rel=canonical]")?.href ?? location.href;
      await navigator.clipboard.writeText(copy.dataset.copy || url);
      label.textContent = "Đã sao chép";
      setTimeout(() => (label.textContent = said), 2000);
    });
  });
})();
