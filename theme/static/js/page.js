/**
 * What every page does by itself, in one file to fetch: it has the visitor's scheme, stays true, and
 * makes the next page quick. It runs before the page shows; what needs the page waits for it.
 */
import "./page/apparence.js";
import "./page/a-jour.js";
import "./page/menu.js";
import "./page/questions.js";
import "./page/visite.js";
