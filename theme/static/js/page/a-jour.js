/**
 * Keeps a page true after it was built. All words are in the page, and the build has worked out when
 * each is true; without this script a page says what was true on the day written at its foot.
 * data-des    the UTC instant from which an element shows
 * data-fin    the UTC instant from which it shows no more
 * data-puis   what an element says from then on, instead; it then has data-passe
 * data-jours  a month, « 2027-03 », whose cells are its days: today's is marked
 */
const all = (selector) => document.querySelectorAll(selector);

function refresh() {
  const now = Date.now();
  for (const element of all("[data-des], [data-fin]")) {
    const { des, fin, puis } = element.dataset;
    const isOver = now >= Date.parse(fin);
    if (!puis) element.hidden = isOver || now < Date.parse(des);
    else if (isOver) {
      element.textContent = puis;
      element.dataset.passe = "";
    }
  }
  const today = new Date(now).toLocaleDateString("sv");
  for (const month of all("[data-jours]")) {
    let day = 0;
    for (const cell of month.querySelectorAll("td:not(:empty, .grille-duree)")) {
      day += 1;
      cell.ariaCurrent = `${month.dataset.jours}-${String(day).padStart(2, "0")}` === today ? "date" : null;
    }
  }
}

addEventListener("DOMContentLoaded", refresh);
document.addEventListener("visibilitychange", refresh);
setInterval(refresh, 60000);
