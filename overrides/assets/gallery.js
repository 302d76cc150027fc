// Pictures in a row open large, one after another. Without this script each is a link to its file.
// A module of its own: elements.js asks for the script tag it came with, which a module has not.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const part = (tag, ...inner) => {
  const element = document.createElement(tag);
  element.append(...inner);
  return element;
};
const press = (words, act) => {
  const pressed = Object.assign(part("button", words), { type: "button" });
  pressed.addEventListener("click", act);
  return pressed;
};
const picture = new Image();
const caption = part("figcaption");
const seen = part("p");
const place = part("p");
let [links, at] = [[], 0];
const show = (number) => {
  at = (number + links.length) % links.length;
  const [link, small] = [links[at], one("img", links[at])];
  caption.textContent = one("figcaption", link.parentNode)?.textContent ?? "";
  seen.textContent = small.alt;
  place.textContent = `Ảnh ${at + 1}/${links.length}`;
  for (const name of ["alt", "width", "height"]) picture.setAttribute(name, small.getAttribute(name));
  picture.sizes = "100vw";
  picture.srcset = [small.srcset, `${link.href} ${small.getAttribute("width")}w`].filter(Boolean).join(", ");
};
const next = press("Sau ›", () => show(at + 1));
const turns = part("div", press("‹ Trước", () => show(at - 1)), place, next, press("Đóng", () => large.close()));
const large = part("dialog", part("figure", picture, caption), seen, turns);
large.className = "large-picture";
large.ariaLabel = "Ảnh lớn";
place.ariaLive = "polite";
seen.ariaHidden = "true"; // the picture itself says it to who does not see it
next.autofocus = true;
const KEYS = { ArrowRight: () => at + 1, ArrowLeft: () => at - 1, Home: () => 0, End: () => -1 };
large.addEventListener("keydown", (event) => {
  if (!KEYS[event.key]) return;
  event.preventDefault();
  show(KEYS[event.key]());
});
large.addEventListener("close", () => links[at].focus());
document.body.append(large);
all(".gallery").forEach((gallery) => {
  const own = all("a", gallery);
  own.forEach((link, number) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // a tab of its own is wanted
    event.preventDefault();
    links = own;
    show(number);
    large.showModal();
  }));
});
