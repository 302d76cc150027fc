// What a page gains with a script: a menu that folds, a filter of the register, a search that is fetched ahead,
// copy, print and sending on. All of it works without: the menu lies open, the register is complete, the browser prints.
import "./portal/menu.js";
import "./portal/ahead.js";
import "./portal/filter.js";
import "./portal/turning.js";
import "./portal/chronicle.js";
import "./portal/tools.js";
import "./portal/sharing.js";
