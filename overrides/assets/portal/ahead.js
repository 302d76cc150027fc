import { one } from "./elements.js";

// The search is fetched ahead once its field is touched; a page that does not search asks for nothing.
one("#_tim").addEventListener("focus", ({ target }) => {
  const ahead = (rel, path) =>
    document.head.append(Object.assign(document.createElement("link"), { rel, href: new URL(path, target.form.action) }));
  ahead("modulepreload", "../assets/search/page.js");
  ahead("prefetch", "chi-muc/goc.json");
}, { once: true });
