/**
 * Keeps a page true after it was built. All words are in the page, and the build has worked out when
 * each is true; without this script a page says what was true on the day written at its foot.
 * data-des    the UTC instant from which an element shows
 * data-fin    the UTC instant from which it shows no more
 * data-jour   a day, marked while it lasts
 */
const all = (selector) => document.querySelectorAll(selector);

function refresh() {
  const now = Date.now();
  for (const element of all("[data-des], [data-fin]")) {
    const { des, fin } = element.dataset;
    element.hidden = now < Date.parse(des) || now >= Date.parse(fin);
  }
  const day = new Date(now).toLocaleDateString("sv");
  for (const cell of all("[data-jour]")) cell.ariaCurrent = cell.dataset.jour === day ? "date" : null;
}

refresh();
document.addEventListener("visibilitychange", refresh);
setInterval(refresh, 60000);
