import { here, made, one, root } from "./elements.js";

// When the record went out and what changed: a file that publication writes beside the pages. It is asked for
// when its place comes near; without it (a build that is only looked at) the place stays empty.
const told = ({ time, when, said, sha256, files }) => {
  const day = Object.assign(made("time", when), { dateTime: time });
  const lines = said.map((line, at) => (at ? made("p", line) : made("p", day, `: ${line}`)));
  const sums = [...(sha256 ? [["SHA-256", sha256]] : []), ...Object.entries(files)];
  return made("li", "", ...lines, ...sums.map(([name, sum]) => made("p", `${name.split("/").at(-1)}: `, made("code", sum))));
};
const chronicle = async (place) => {
  const answer = await fetch(`${root}lich-su-dang/${here().replace(/\/$/, "")}.json`);
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
