// A voice that says one text after another. Browsers differ: some fall silent in a text of more than 15 seconds,
// lose what is said right after `cancel`, forget an utterance that nobody holds, take `pause` for `cancel`, or
// never tell that they ended. So texts are cut short, a pause stops and a sentence begins anew.
const LONGEST = 160; // letters, some ten seconds
const REST = 80; // milliseconds between `cancel` and what follows
const SLOW = 250; // milliseconds that a letter may take
const synth = window.speechSynthesis;

/** The Vietnamese voice of the device, one of its own before one from afar. */
const chosen = () => {
  const own = synth.getVoices().filter(({ lang }) => /^vi(?![a-z])/i.test(lang));
  return own.find((one) => one.localService) ?? own[0] ?? null;
};

/** A text in pieces that each voice ends in time, cut at stops, else between words. */
export const cut = (text) => {
  const found = [];
  for (const piece of text.match(/.+?(?:[,;:.!?]+(?=\s)|$)\s*/gs) ?? []) {
    if (found.length && found.at(-1).length + piece.length <= LONGEST) found[found.length - 1] += piece;
    else found.push(piece);
  }
  return found.flatMap((one) => (one.length > LONGEST ? one.match(/.{1,160}(?:\s|$)|\S+/gs) : [one])).map((one) => one.trim());
};

export class Voice {
  #turn = 0;
  #held = null;
  #watch = 0;

  /** Says a text at a speed; `then(true)` when it has ended, `then(false)` when the device cannot say it. */
  say(text, rate, then) {
    const turn = this.hush();
    const pieces = cut(text);
    const next = () => {
      if (turn !== this.#turn) return;
      if (pieces.length) this.#one(pieces.shift(), rate, turn, next, then);
      else then(true);
    };
    setTimeout(next, REST);
  }

  /** Silence, at once. */
  hush() {
    clearTimeout(this.#watch);
    this.#turn += 1; // before it is silent: what ends now has ended for nobody
    synth.cancel();
    return this.#turn;
  }

  #one(text, rate, turn, next, then) {
    const voice = chosen();
    const one = Object.assign(new SpeechSynthesisUtterance(text), { voice, rate, lang: voice?.lang ?? "vi-VN" });
    let over = false;
    const end = (well) => {
      if (over || turn !== this.#turn) return;
      over = true;
      clearTimeout(this.#watch);
      well ? next() : then(false);
    };
    one.onend = () => end(true);
    one.onerror = ({ error }) => end(error === "interrupted" || error === "canceled");
    const watch = () => {
      if (synth.speaking) this.#watch = setTimeout(watch, 1000);
      else end(true);
    };
    this.#watch = setTimeout(watch, 2000 + (text.length * SLOW) / rate);
    this.#held = one;
    synth.resume(); // a device that somebody paused stays silent
    synth.speak(one);
  }
}
