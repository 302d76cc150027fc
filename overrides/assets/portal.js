// What a page gains with a script: a menu that folds, a filter of the register, a search that is fetched ahead,
// copy and print. All of it works without: the menu lies open, the register is complete, the browser prints.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const menu = one("#_trinh-don");
  const button = one(".menu-button");
  const fold = (folded) => {
    menu.classList.toggle("folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
  };
  button.hidden = false;
  fold(true);
  button.addEventListener("click", () => fold(!menu.classList.contains("folded")));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      fold(true);
      button.focus();
    }
  });

  // The search is fetched ahead once its field is touched; a page that does not search asks for nothing.
  one("#_tim").addEventListener("focus", ({ target }) => {
    const ahead = (rel, path) =>
      document.head.append(Object.assign(document.createElement("link"), { rel, href: new URL(path, target.form.action) }));
    for (const name of ["page", "engine", "index", "rank", "normalise"]) ahead("modulepreload", `../assets/search/${name}.js`);
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

  const tools = one("[data-tools]");
  if (tools) {
    tools.hidden = false;
    one("[data-print]", tools).addEventListener("click", () => print());
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
