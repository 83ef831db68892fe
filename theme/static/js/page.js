/** What every page does by itself, in one file to fetch: it stays true, and makes the next page quick. */
import "./page/a-jour.js";
import "./page/menu.js";
import "./page/questions.js";
import "./page/visite.js";
