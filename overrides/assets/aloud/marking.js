// The sentence that is spoken, shown without touching the page: links and tables stay what they are. Browsers
// that cannot colour a range get lines drawn below the words.
const NAME = "dang-doc";
const EDGE = 64; // points above and below that count as out of sight
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let boxes = null;
let shownNow = null;

const drawnBelow = (place) => {
  boxes?.remove();
  boxes = document.createElement("div");
  boxes.className = "aloud-boxes";
  for (const { left, top, width, height } of place?.getClientRects() ?? []) {
    const box = document.createElement("i");
    Object.assign(box.style, {
      left: `${left + scrollX}px`, top: `${top + scrollY}px`, width: `${width}px`, height: `${height}px`,
    });
    boxes.append(box);
  }
  document.body.append(boxes);
};
const drawn = (place) => {
  if (!place) boxes?.remove();
  if (window.Highlight && CSS.highlights) {
    if (place) CSS.highlights.set(NAME, new Highlight(place));
    else CSS.highlights.delete(NAME);
  } else if (place) drawnBelow(place);
};

/** Marks a range and no other; `below` points of the window are covered by the player. Null marks nothing. */
export const mark = (place, below = 0) => {
  shownNow = place;
  const picture = place?.startContainer.childNodes[place.startOffset];
  document.querySelector(".aloud-picture")?.classList.remove("aloud-picture");
  if (picture?.localName === "img") picture.classList.add("aloud-picture");
  drawn(place);
  if (!place) return;
  const { top, bottom } = (picture?.localName === "img" ? picture : place).getBoundingClientRect();
  const room = innerHeight - below;
  if (top >= EDGE / 2 && bottom <= room - EDGE / 4) return;
  const goal = Math.max(EDGE, Math.min(room / 3, room - (bottom - top) - EDGE));
  scrollBy({ top: top - goal, behavior: calm.matches ? "instant" : "smooth" });
};
addEventListener("resize", () => drawn(shownNow));
