import { all, made, one } from "./elements.js";

// How the reader wants to read, kept on this device alone. A choice without a word is the system's own.
const SETTINGS = [
  ["Cỡ chữ", [["", "Thường"], ["l125", "Lớn, 125%"], ["l150", "Lớn hơn, 150%"], ["l200", "Gấp đôi, 200%"]]],
  ["Nền", [["", "Theo máy"], ["light", "Nền sáng"], ["dark", "Nền tối"]]],
  ["Tương phản", [["", "Theo máy"], ["usual", "Thường"], ["more", "Tương phản cao"]]],
];
{
  const marks = document.documentElement.dataset;
  const choices = (words, at) =>
    words.map(([value, said]) => {
      const choice = Object.assign(document.createElement("input"), { type: "radio", name: `_doc-${at}`, value });
      return made("label", choice, made("span", said));
    });
  const asked = SETTINGS.map(([name, words], at) => made("fieldset", made("legend", name), ...choices(words, at)));
  const close = Object.assign(made("button", "Đóng"), { type: "button" });
  const note = Object.assign(made("p", "Lựa chọn được giữ trên máy này."), { className: "small" });
  const panel = Object.assign(made("div", "", ...asked, note, close), { id: "_cach-doc", className: "reading-panel" });
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", "Cách đọc");

  const reader = Object.assign(made("button", "Cách đọc"), { type: "button", className: "switch" });
  reader.setAttribute("aria-controls", panel.id);
  const settings = Object.assign(made("div", reader, panel), { className: "reading" });
  const unfold = (open) => {
    panel.hidden = !open;
    reader.setAttribute("aria-expanded", String(open));
  };
  // The bar of a telephone's browser has the colour of the masthead.
  const bar = Object.assign(document.createElement("meta"), { name: "theme-color" });
  const follow = () => {
    bar.content = getComputedStyle(one(".masthead")).backgroundColor;
    const words = (marks.reading ?? "").split(" ");
    for (const fields of asked) {
      const inputs = all("input", fields);
      (inputs.find(({ value }) => value && words.includes(value)) ?? inputs[0]).checked = true;
    }
  };
  panel.addEventListener("change", () => {
    marks.reading = all(":checked", panel).map(({ value }) => value).filter(Boolean).join(" ");
    try {
      localStorage.setItem("cach-doc", marks.reading);
    } catch {} // it holds for this page alone
    follow();
  });
  reader.addEventListener("click", () => unfold(panel.hidden));
  const back = () => {
    unfold(false);
    reader.focus();
  };
  close.addEventListener("click", back);
  settings.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation(); // a menu that is open stays so
    back();
  });
  // On the desk the panel lies over the page: it must not cover what has the focus next.
  document.addEventListener("focusin", ({ target }) => {
    if (!settings.contains(target) && getComputedStyle(panel).position === "absolute") unfold(false);
  });
  unfold(false);
  one(".menu-button").after(settings);
  document.head.append(bar);
  follow();
  for (const query of ["dark", "light"]) matchMedia(`(prefers-color-scheme: ${query})`).addEventListener("change", follow);
  matchMedia("(prefers-contrast: more)").addEventListener("change", follow);
  for (const event of ["storage", "pageshow"]) addEventListener(event, follow);
}
