/**
 * Keeps a page true after it was built: what is over leaves the lists of what is to come, a
 * registration closes at its hour, a certification lapses on its day. The words are all in the page;
 * without this script the page says what was true on the day written at its foot.
 *
 * data-fin, data-cloture   the UTC instant from which an element is over, or closed
 * data-a-venir             holds only what is to come; followed by its empty sentence (.vide)
 * data-groupe              a titled part of such a list, put away with its last item
 * data-avant, data-apres   what to say before and after the instant
 */
const past = ({ fin, cloture }) => Date.parse(fin ?? cloture) <= Date.now();

function putAway(item) {
  const list = item.parentElement;
  item.remove();
  if (list.querySelector("[data-fin]")) return;
  const group = list.closest("[data-groupe]");
  if (group) return putAway(group);
  list.hidden = true;
  if (list.nextElementSibling?.matches(".vide")) list.nextElementSibling.hidden = false;
}

function turn(element) {
  for (const words of element.querySelectorAll("[data-avant]")) words.hidden = true;
  for (const words of element.querySelectorAll("[data-apres]")) words.hidden = false;
  element.classList.add("revolu");
}

function refresh() {
  for (const element of document.querySelectorAll("[data-fin], [data-cloture]")) {
    if (!past(element.dataset)) continue;
    if (element.matches("[data-a-venir] > *")) putAway(element);
    else turn(element);
  }
}

refresh();
document.addEventListener("visibilitychange", refresh);
