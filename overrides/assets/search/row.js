// A result as a row of the page; nothing of it is read as HTML.
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const worded = (parts) => parts.map(([text, marked]) => (marked ? make("mark", {}, text) : text));
// `root` is the address that those of results begin at.
export const row = (root, { url, title, excerpt, kindWords, date, dateWords, number, badge }) => {
  const link = make("a", { href: new URL(url, root) }, ...worded(title));
  link.dataset.result = "";
  const name = make("span", {}, kindWords);
  if (number) name.append(" · ", make("b", { className: "number" }, number));
  const meta = make("p", { className: "meta" });
  if (dateWords) meta.append(make("time", { dateTime: date }, dateWords), " ");
  if (badge) {
    meta.append(make("span", { className: `badge ${badge.tone}` }, badge.words));
    meta.lastChild.dataset.state = badge.id;
  }
  const summary = make("p", { className: "summary" }, ...worded(excerpt));
  return make("li", { className: "row" }, make("h2", {}, name, " ", link), meta, summary);
};
