// Plays the engine of the search: words of the query choose the answer, `asked` and `ahead` tell what was asked.
import { LostConnection } from "./index.js";

const hit = (place) => ({
  url: "van-ban/10-2022-qh15/", kind: place % 3 ? "news" : "directive", kindWords: place % 3 ? "Tin tức" : "Luật",
  title: [["Luật Thực hiện ", false], ["dân chủ", true], [` ở cơ sở ${place} <img src=x onerror=alert(1)>`, false]],
  excerpt: [["… mọi việc về ", false], ["dân chủ", true], [" đều công khai để người dân biết, bàn và làm …", false]],
  date: "2022-11-10", dateWords: "10/11/2022", number: place % 3 ? null : "10/2022/QH15",
  badge: place % 3 ? null : { id: "con-hieu-luc", words: "Còn hiệu lực", tone: "open" },
});
window.asked = [];
window.ahead = [];
export const ahead = async (query) => {
  window.ahead.push(query);
};
export async function* search(query, options) {
  window.asked.push([query, options]);
  await new Promise((done) => setTimeout(done, query.startsWith("cham") ? 600 : 5));
  if (query.startsWith("mat mang") && !window.reached) throw new LostConnection("goc.json");
  const total = query.startsWith("khong co") ? 0 : options.kind === "directive" ? 4 : 12;
  const from = options.offset, until = Math.min(total, from + options.limit);
  const found = {
    total, mended: query === "hoa giao" ? "hòa giải" : null,
    hits: Array.from({ length: until - from }, (_, place) => hit(from + place)),
  };
  if (query.startsWith("tung phan") && !window.reached) {
    yield { ...found, hits: found.hits.slice(0, 4) };
    await new Promise((done) => (window.go = done));
    if (query.endsWith("mat mang")) throw new LostConnection("bai/1");
  }
  yield { ...found, more: until < total, facets: total ? {
    kind: [["news", 8], ["directive", 4]], year: [[2026, 7], [2022, 5]],
    topic: [["dan-chu-co-so", 3]], force: [["con-hieu-luc", 4]],
  } : { kind: [], year: [], topic: [], force: [] } };
}
