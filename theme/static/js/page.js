/** What every page does by itself. It runs before the page shows; what needs the page waits for it. */
import "./page/apparence.js";
import "./page/a-jour.js";
import "./page/menu.js";
import "./page/questions.js";
import "./page/visite.js";
