// Reads the article of the page aloud, a sentence at a time. Fetched when somebody asks for it.
import { told } from "./words.js";
import { mark } from "./marking.js";
import { Voice } from "./voice.js";

const SPEEDS = [["Chậm", 0.75], ["Vừa", 1], ["Nhanh", 1.25], ["Rất nhanh", 1.5]];
const PATIENCE = 3000; // milliseconds for the words to be said; then the page is read as it is written
const WORDS = { going: "Tạm dừng", waiting: "Đọc tiếp", over: "Đọc lại" };
const opener = document.querySelector(".listen button");
const article = opener.closest("article");

const memory = {
  get: () => {
    try {
      return Number(localStorage.getItem("toc-do-doc"));
    } catch {
      return 1;
    }
  },
  set: (speed) => {
    try {
      localStorage.setItem("toc-do-doc", speed);
    } catch { /* a browser that keeps nothing */ }
  },
};
const element = (tag, words, given = {}) => {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...[words].flat());
  return made;
};
const press = (words, keys, act) => {
  const made = element("button", words, { type: "button" });
  if (keys) made.setAttribute("aria-keyshortcuts", keys);
  made.addEventListener("click", act);
  return made;
};

/** Written sentence -> what to say instead, from the file of the page's month or folder. */
const dictionary = async () => {
  const day = article.querySelector(".dates time")?.dateTime;
  const name = day ? `loi-doc-${day.slice(5, 7)}.json` : "loi-doc.json";
  const late = new Promise((done) => setTimeout(done, PATIENCE, {}));
  const asked = fetch(new URL(`../${name}`, location)).then((answer) => (answer.ok ? answer.json() : {}));
  return Promise.race([asked, late]).catch(() => ({}));
};

class Player {
  #voice = new Voice();
  #parts = [];
  #said = {};
  #at = 0;
  #state = "over";

  constructor() {
    const pause = () => (this.#state === "going" ? this.#wait() : this.#go());
    this.pause = press(WORDS.going, "", pause);
    this.place = element("p", "", { className: "aloud-place" });
    this.news = element("p", "");
    this.news.setAttribute("role", "status");
    this.region = element("section", [
      press("Câu trước", "ArrowLeft", () => this.#step(-1)),
      this.pause,
      press("Câu sau", "ArrowRight", () => this.#step(1)),
      this.#speeds(),
      press("Thôi đọc", "Escape", () => this.close()),
      this.place,
      element("p", "Phím: ← câu trước, → câu sau, Esc thôi đọc", { className: "aloud-keys" }),
      this.news,
    ], { className: "aloud" });
    this.region.setAttribute("aria-label", "Đọc bài viết");
    this.region.addEventListener("keydown", (event) => this.#key(event));
  }

  #speeds() {
    const kept = memory.get();
    this.speed = element("select", SPEEDS.map(([words, value]) => element("option", words, { value })));
    this.speed.value = String(SPEEDS.some(([, value]) => value === kept) ? kept : 1);
    this.speed.addEventListener("change", () => {
      memory.set(this.speed.value);
      if (this.#state === "going") this.#go();
    });
    return element("label", ["Tốc độ ", this.speed]);
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const acts = { Escape: () => this.close(), ArrowLeft: () => this.#step(-1), ArrowRight: () => this.#step(1) };
    if (!acts[event.key] || (event.target === this.speed && event.key !== "Escape")) return;
    event.preventDefault();
    acts[event.key]();
  }

  async open() {
    document.body.append(this.region);
    document.documentElement.classList.add("aloud-open");
    this.pause.focus({ preventScroll: true });
    this.#said = await dictionary();
    if (!this.region.isConnected) return;
    this.#parts = told(article).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    this.#at = 0;
    this.#go();
  }

  close() {
    this.#voice.hush();
    mark(null);
    document.documentElement.classList.remove("aloud-open");
    this.region.remove();
    opener.focus({ preventScroll: true });
  }

  #show(state, news = "") {
    this.#state = state;
    this.pause.textContent = WORDS[state];
    this.news.textContent = news;
    this.place.textContent = `Câu ${this.#at + 1}/${this.#parts.length}`;
  }

  #wait() {
    this.#voice.hush();
    this.#show("waiting");
  }

  #step(by) {
    this.#at = Math.min(Math.max(this.#at + by, 0), this.#parts.length - 1);
    if (this.#state === "going") this.#go();
    else {
      this.#show("waiting");
      mark(this.#parts[this.#at].place, this.region.offsetHeight);
    }
  }

  #go() {
    const { text, lead, place } = this.#parts[this.#at];
    const words = [...lead, text].map((one) => this.#said[one] ?? one);
    this.#show("going");
    mark(place, this.region.offsetHeight);
    this.#voice.say(words.join(": "), Number(this.speed.value), (well) => this.#ended(well));
  }

  #ended(well) {
    if (!well) {
      this.#show("waiting", "Máy này chưa đọc được. Bà con thử lại sau, hoặc xem phần cài đặt giọng nói của máy.");
    } else if (this.#at + 1 < this.#parts.length) {
      this.#at += 1;
      this.#go();
    } else {
      this.#at = 0;
      mark(null);
      this.#show("over", "Đã đọc hết bài.");
    }
  }
}

const reader = new Player();
opener.addEventListener("click", () => reader.open());
addEventListener("pagehide", () => {
  if (reader.region.isConnected) reader.close();
});
reader.open();
