// What a page gains with a script: a menu that folds, letters and colours as the reader likes them, a filter of the
// register, a search that is fetched ahead, copy, print and sending on. All of it works without: the menu lies open,
// colours are those of the system, the register is complete, the browser prints.
import "./portal/menu.js";
import "./portal/reading.js";
import "./portal/ahead.js";
import "./portal/filter.js";
import "./portal/turning.js";
import "./portal/chronicle.js";
import "./portal/tools.js";
import "./portal/larger.js";
import "./portal/sharing.js";
import "./portal/aloud.js";
