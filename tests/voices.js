// A telephone's voice that says nothing: what it is told stands in `said`; `finish()` ends what it is saying.
window.said = [];
window.silenced = 0;
const telling = new EventTarget();
let queue = [];
let voices = window.lateVoices ? [] : [{ lang: "en-US" }, { lang: "vi-VN", localService: true, name: "Linh" }];
window.SpeechSynthesisUtterance = class {
  constructor(text) {
    this.text = text;
  }
};
const begin = () => queue.length && window.said.push({ text: queue[0].text, rate: queue[0].rate });
Object.defineProperty(window, "speechSynthesis", {
  value: Object.assign(telling, {
    getVoices: () => voices,
    speak(one) {
      if (!one.text) return;
      if (one.lang !== "vi-VN" || one.voice?.name !== "Linh") throw new Error("no Vietnamese voice");
      queue.push(one);
      if (queue.length === 1) begin();
    },
    cancel() {
      window.silenced += 1;
      queue.splice(0).forEach((one) => one.onerror({ error: "canceled" }));
    },
    pause() {},
    resume() {},
  }),
});
Object.defineProperty(telling, "speaking", { get: () => queue.length > 0 });
window.finish = () => {
  const one = queue.shift();
  begin();
  one?.onend();
};
window.fail = () => queue.shift()?.onerror({ error: "synthesis-failed" });
window.lose = () => queue.splice(0);
window.tell = (given) => {
  voices = given;
  telling.dispatchEvent(new Event("voiceschanged"));
};
