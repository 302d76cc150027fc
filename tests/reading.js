// Asked of a page in the browser by test_reading.py. Each answer is a list of what is wrong: none is well.

// Told to screen readers only.
const hidden = (one) => one.closest(".unseen") || [one, one.closest("thead")].some((at) => at && getComputedStyle(at).clipPath !== "none");
const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".skip") && !hidden(one);
const name = (one) => `${one.tagName} .${one.className?.baseVal ?? one.className} "${one.textContent.trim().slice(0, 40)}"`;

// What an element is painted on: the nearest ground below it that is not clear.
const ground = (one) => {
  for (let at = one; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/^rgba\(.*, 0\)$/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};
// Relative luminance and contrast as WCAG 2.2 defines them.
const luminance = (colour) => {
  const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

// Words that have less than 7:1, large ones less than 4.5:1 (SC 1.4.6).
window.pale = () => {
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !shown(one) || one.closest("script, noscript, option")) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    const got = contrast(color, ground(one));
    if (got < (large ? 4.5 : 7)) found.add(`${got.toFixed(2)} ${color} on ${ground(one)}: ${name(one)}`);
  }
  return [...found];
};

// What runs out of its place or is cut. Boxes that scroll by themselves and can be reached may be wider.
window.cut = () => {
  const width = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
  for (const one of document.querySelectorAll("body *")) {
    const box = one.closest(".scroll, pre");
    if ((box && box !== one && box.tabIndex === 0) || !shown(one)) continue;
    const { left, right } = one.getBoundingClientRect();
    if (right > width + 1 || left < -1) found.push(`beyond the screen: ${name(one)}`);
    const { overflowX, overflowY } = getComputedStyle(one);
    if (box || one.tagName === "INPUT" || !["hidden", "clip"].some((way) => way === overflowX || way === overflowY)) continue;
    if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) found.push(`cut: ${name(one)}`);
  }
  return found;
};

// Words that lie over one another; a panel that opens over the page does.
window.overlapping = () => {
  const lines = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !shown(one) || one.closest("script, noscript, option")) continue;
    if (one.closest(".reading-panel") && getComputedStyle(one.closest(".reading-panel")).position === "absolute") continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const less = (bottom - top) / 4; // a line box is higher than its letters
      lines.push({ one, left, right, top: top + less, bottom: bottom - less });
    }
  }
  const found = new Set();
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((line, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < line.bottom; next += 1) {
      const other = lines[next];
      if (other.left < line.right - 1 && line.left < other.right - 1) found.add(`${name(line.one)} and ${name(other.one)}`);
    }
  });
  return [...found];
};

// What is pressed and is smaller than 48 pixels either way (SC 2.5.5 asks for 44); links among the words of a
// sentence are exempt there.
window.small = () => {
  const found = [];
  for (const one of document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")) {
    if (!shown(one) || one.matches(".scroll, pre")) continue;
    const among = one.parentElement.closest("p, li, dd, td, caption, address")?.textContent.trim() ?? "";
    const inline = getComputedStyle(one).display === "inline";
    if (one.tagName === "A" && inline && among.length > one.textContent.trim().length) continue;
    const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
    if (width < 47.9 || height < 47.9) found.push(`${width.toFixed(0)} x ${height.toFixed(0)}: ${name(one)}`);
  }
  return found;
};

// Lines, paragraphs, letters and words as far apart as a reader may set them (SC 1.4.12).
const apart = new CSSStyleSheet();
apart.replaceSync(
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
    "p { margin-bottom: 2em !important }",
);
window.space = (wide) => { document.adoptedStyleSheets = wide ? [apart] : []; };
