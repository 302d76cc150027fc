// How the scripts of a page find and make its parts.
export const one = (selector, root = document) => root.querySelector(selector);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

export const made = (tag, words, ...inner) => {
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
export const button = (shape, words) => {
  const [icon, path] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[shape]);
  icon.append(path);
  return Object.assign(made("button", icon, made("span", words)), { type: "button" });
};
