import { all, button, made, one } from "./elements.js";

// A page is read aloud where the device has a Vietnamese voice. Voices are told late on many telephones, so a
// device that had one before is believed: the button then stands before anybody reads, and nothing moves.
const player = new URL("aloud/player.js", document.currentScript.src).href;
const kept = (value) => {
  try {
    return value === undefined ? localStorage.getItem("giong-doc") : localStorage.setItem("giong-doc", value);
  } catch {
    return null; // a browser that keeps nothing
  }
};
const offer = (article) => {
  const listen = button("listen", "Đọc bài viết");
  const line = Object.assign(made("p", listen), { className: "listen" });
  const tell = () => {
    const voices = speechSynthesis.getVoices();
    const has = voices.length ? voices.some(({ lang }) => /^vi(?![a-z])/i.test(lang)) : kept() === "co";
    if (voices.length) kept(has ? "co" : "");
    if (!has) line.remove();
    else if (!line.isConnected) all(":scope > :is(h1, .state, .standing, .dates)", article).at(-1).after(line);
  };
  listen.addEventListener("click", () => {
    // Some telephones let a page speak only if it begins at the very touch.
    speechSynthesis.speak(new SpeechSynthesisUtterance(""));
    const style = { rel: "stylesheet", href: player.replace(/js$/, "css") };
    document.head.append(
      Object.assign(document.createElement("link"), style),
      Object.assign(document.createElement("script"), { src: player }),
    );
  }, { once: true });
  speechSynthesis.addEventListener?.("voiceschanged", tell);
  tell();
};
const read = one("article.item");
if (read && "speechSynthesis" in window) offer(read);
