import { button, made, one } from "./elements.js";

// A page is read aloud where the device has a Vietnamese voice; many telephones tell their voices late. The place
// of the button is kept free by the style, so that nothing moves when it comes.
const player = new URL("aloud/player.js", document.currentScript.src).href;
const offer = (article) => {
  const listen = button("listen", "Đọc bài viết");
  const place = one(":scope > :is(.dates, .standing)", article) ?? one(":scope > .state", article);
  const line = Object.assign(made(place ? "span" : "p", listen), { className: "listen" });
  const tell = () => {
    const has = speechSynthesis.getVoices().some(({ lang }) => /^vi(?![a-z])/i.test(lang));
    if (!has) line.remove();
    else if (place) place.append(line);
    else one("h1", article).after(line);
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
