/**
 * Keeps a page true after it was built. All words are in the page; without this script it says what
 * was true on the day written at its foot.
 * data-fin, data-cloture   the UTC instant from which an element is over, or closed
 * data-a-venir             holds only what is to come; its empty sentence (.vide) follows it
 * data-groupe              a titled part of such a list, put away with its last item
 * data-passe               takes what leaves a list of what is to come
 * data-avant, data-apres   what to say before and after the instant
 * data-jour                a day, marked while it lasts
 */
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const due = ({ dataset: { fin, cloture } }) => Date.parse(fin ?? cloture);

function turn(element) {
  for (const words of all("[data-avant]", element)) words.hidden = true;
  for (const words of all("[data-apres]", element)) words.hidden = false;
  element.classList.add("revolu");
}

function putAway(item) {
  const list = item.parentElement;
  const past = item.dataset.fin && all("[data-passe]")[0];
  item.remove();
  if (past) {
    past.prepend(item);
    past.parentElement.hidden = false;
  }
  const [next] = all("[data-fin]", list);
  if (next) {
    // One that waited takes the place of the one that left.
    all(":scope > [hidden]", list)[0]?.removeAttribute("hidden");
    return;
  }
  const group = list.closest("[data-groupe]");
  if (group) return putAway(group);
  list.hidden = true;
  if (list.nextElementSibling?.matches(".vide")) list.nextElementSibling.hidden = false;
}

function refresh() {
  const now = Date.now();
  const dated = all("[data-fin], [data-cloture]");
  for (const element of dated) {
    if (due(element) > now) continue;
    turn(element);
    if (element.matches("[data-a-venir] > *")) putAway(element);
  }
  const day = new Date(now).toLocaleDateString("sv");
  for (const cell of all("[data-jour]")) cell.ariaCurrent = cell.dataset.jour === day ? "date" : null;
}

refresh();
document.addEventListener("visibilitychange", refresh);
setInterval(refresh, 60000);
