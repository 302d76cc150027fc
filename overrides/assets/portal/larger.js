import { one } from "./elements.js";

// Pictures in a row open large; what does that is fetched where there are some.
if (one(".gallery a") && window.HTMLDialogElement) import("./gallery.js");
