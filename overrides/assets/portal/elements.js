// How the scripts of a page find and make its parts.
export const one = (selector, root = document) => root.querySelector(selector);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// The full address of the site, and of this page below it.
export const root = new URL("..", document.currentScript.src).href;
export const here = () => `${location.origin}${location.pathname}`.slice(root.length).replace(/index\.html$/, "");

export const made = (tag, words, ...inner) => {
  const element = document.createElement(tag);
  element.append(words, ...inner);
  return element;
};
// 24 units wide; what runs against the clock is a hole.
const SHAPES = {
  menu: "M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z",
  print: "M6 3h12v4H6zM2 8h20v9h-4v4H6v-4H2zm6 5v6h8v-6z",
  share: "M12 1 6 8h4v8h4V8h4zM3 12h3v8h12v-8h3v11H3z",
  scan: "M2 2h8v8H2zm2 2v4h4V4zm10-2h8v8h-8zm2 2v4h4V4zM2 14h8v8H2zm2 2v4h4v-4zm10-2h3v3h-3zm5 0h3v3h-3zm-5 5h3v3h-3zm5 0h3v3h-3z",
  close: "m5 3 7 7 7-7 2 2-7 7 7 7-2 2-7-7-7 7-2-2 7-7-7-7z",
  listen: "M3 9v6h4l5 5V4L7 9zm11-1v8a4 4 0 0 0 0-8z",
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
