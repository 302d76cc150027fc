// For bad connections: the last pages that were read, and the important telephone numbers, are kept on the device.
// The network always comes first; what was kept is shown with the day on which it was, or not at all. In front of
// this text the build writes SITE: what names the kept parts, which they are, the page of the numbers.
const SCOPE = registration.scope;
const MINE = `gan-dan ${SCOPE} `;
const [PARTS, PAGES] = [`${MINE}khung ${SITE.version}`, `${MINE}trang`];
const MOST = 30; // pages
const OLDEST = 30; // days
const PATIENCE = 4000; // milliseconds
const WHEN = "x-kept";
const DAY = 24 * 60 * 60 * 1000;

const full = (address) => new URL(address, SCOPE).href;
const LASTING = new Set([...SITE.parts, SITE.telephones].map(full));

const keep = async (cache, url, answer) => {
  const headers = { "content-type": answer.headers.get("content-type"), [WHEN]: String(Date.now()) };
  await cache.delete(url); // so that the page read last stands last
  await cache.put(url, new Response(await answer.blob(), { headers }));
};
const learned = async (url, answer) => {
  const cache = await caches.open(PAGES);
  if (answer.status === 404 || answer.status === 410) await cache.delete(url);
  if (answer.status !== 200 || !/^text\/html/.test(answer.headers.get("content-type"))) return;
  await keep(cache, url, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST).map((one) => cache.delete(one)));
};

// 23/11/2026, 7:05, as clocks in Vietnam show it.
const clock = (time) => {
  const [, year, month, day, hour, minute] = new Date(time + 7 * 60 * 60 * 1000).toISOString().match(/(\d+)-(\d+)-(\d+)T(\d+):(\d+)/);
  return `${day}/${month}/${year}, ${+hour}:${minute}`;
};
const marked = async (found, why) => {
  const time = Number(found.headers.get(WHEN));
  const line = `<p class="notice" role="status">Bản lưu ngày ${clock(time)} – ${why}. <a href="">Thử tải lại</a></p>`;
  const page = (await found.text()).replace(/<main\b[^>]*>/, (main) => main + line);
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
};
const lookup = async (url) => {
  const found = (await (await caches.open(PAGES)).match(url)) ?? (await (await caches.open(PARTS)).match(url));
  const fresh = found && Date.now() - Number(found.headers.get(WHEN)) < OLDEST * DAY;
  return fresh || LASTING.has(url) ? found : undefined;
};

const soon = (live) => Promise.race([live, new Promise((done) => setTimeout(done, PATIENCE))]);
const page = async (live, url, missing) => {
  const [answer, why] = await soon(live).then((one) => [one, "mạng quá chậm"], () => [null, "đang không có mạng"]);
  if (answer) return answer;
  const found = await lookup(url);
  if (found) return marked(found, missing ? `${why}, và trang vừa mở chưa được lưu trên máy này` : why);
  return live.catch(() => Response.redirect(`${full(SITE.telephones)}?chua-luu`));
};
const part = async (live, url) => (await soon(live).catch(() => null)) ?? (await lookup(url)) ?? live;

addEventListener("install", (event) => {
  const kept = async () => {
    const cache = await caches.open(PARTS);
    await Promise.all([...LASTING].map(async (url) => {
      const answer = await fetch(url, { cache: "no-cache" });
      if (!answer.ok) throw new Error(url);
      await keep(cache, url, answer);
    }));
    await skipWaiting();
  };
  event.waitUntil(kept());
});
addEventListener("activate", (event) => {
  const cleared = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== PARTS && name !== PAGES);
    await Promise.all(names.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(cleared());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  const url = origin + pathname;
  const address = url.slice(SCOPE.length);
  if (request.method !== "GET" || !url.startsWith(SCOPE) || address.startsWith("quan-tri/")) return;
  if (request.mode === "navigate" && /(^|\/|\.html)$/.test(address)) {
    const live = fetch(request);
    const plain = !search && address !== "tim-kiem/";
    event.waitUntil(live.then((answer) => plain && learned(url, answer.clone())).catch(() => {}));
    event.respondWith(page(live, url, search === "?chua-luu"));
  } else if (request.mode !== "navigate" && LASTING.has(url)) {
    event.respondWith(part(fetch(request), url));
  }
});
