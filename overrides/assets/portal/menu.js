import { all, button, one } from "./elements.js";

const menu = one("#_trinh-don");
const folder = button("menu", "Menu");
const fold = (folded) => {
  menu.classList.toggle("folded", folded);
  folder.setAttribute("aria-expanded", String(!folded));
};
folder.className = "switch menu-button";
folder.setAttribute("aria-controls", menu.id);
one(".brand").after(folder);
fold(true);
folder.addEventListener("click", () => fold(!menu.classList.contains("folded")));
one(".masthead").addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && folder.offsetParent && !menu.classList.contains("folded")) {
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
