/**
 * The scheme that the visitor chose, kept in their browser once they chose it and there only. It is
 * set before the page shows; the system's shows where nothing was chosen or may be kept.
 */
const root = document.documentElement.dataset;

function apply() {
  try {
    root.apparence = localStorage.getItem("apparence") ?? "";
  } catch {}
  const select = document.querySelector(".pied select");
  if (select) select.value = root.apparence ?? "";
}

apply();
// When the choice is there to show it, and when the page comes back.
addEventListener("pageshow", apply);
addEventListener("change", ({ target }) => {
  if (!target.matches(".pied select")) return;
  root.apparence = target.value;
  try {
    if (target.value) localStorage.setItem("apparence", target.value);
    else localStorage.removeItem("apparence");
  } catch {}
});
