import { button, made, one } from "./elements.js";

// Where a page is sent on: by the telephone itself, by Zalo, as a code to be scanned, as a code on paper. Nobody
// else is asked for anything before a reader presses.
const whole = { title: one("h1")?.textContent, url: one("link[rel=canonical]")?.href };
const coder = async () => {
  const { drawn } = await import("./qr.js");
  return () => drawn(whole.url, `Mã QR dẫn đến ${whole.url}`) ?? "";
};
// No address for sharing is documented by Zalo without its script; this is the one which that script opens.
const zalo = () => {
  const about = btoa(JSON.stringify({ url: whole.url }));
  const door = made("a", "Gửi qua Zalo");
  return Object.assign(door, {
    href: `https://button-share.zalo.me/share_external?d=${encodeURIComponent(about)}`,
    rel: "noopener noreferrer nofollow",
    target: "_blank",
  });
};
const scanned = async (opener) => {
  const code = await coder().catch(() => null);
  if (!code) return (one("span", opener).textContent = "Chưa tải được mã QR");
  const head = Object.assign(made("h2", "Quét để mở trang này"), { id: "_ma-qr" });
  const shut = button("close", "Đóng");
  const box = Object.assign(made("dialog", head, code(), made("p", whole.url), shut), { className: "scan" });
  box.setAttribute("aria-labelledby", head.id);
  shut.addEventListener("click", () => box.close());
  box.addEventListener("click", ({ target }) => target === box && box.close());
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
};
const row = whole.url && one("[data-tools]");
if (row) {
  const [share, scan] = [button("share", "Chia sẻ"), button("scan", "Mã QR")];
  share.addEventListener("click", () => navigator.share(whole).catch(() => {}));
  scan.addEventListener("click", () => scanned(scan));
  row.prepend(...(navigator.share ? [share] : []), zalo(), scan);
}
// What draws the code is fetched once the page is quiet, for a printer waits for nobody.
const sheet = row && !one("svg.qr") && one(".on-paper");
if (sheet) {
  const quiet = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => quiet(() => {
    coder().then((code) => addEventListener("beforeprint", () => sheet.append(code()), { once: true }), () => {});
  }));
}
