/** The scheme that the visitor chose, kept in their browser alone; else the system's shows. */
const root = document.documentElement.dataset;

function apply() {
  try {
    root.apparence = localStorage.getItem("apparence") ?? "";
  } catch {}
  const select = document.querySelector(".pied select");
  if (select) select.value = root.apparence ?? "";
}

apply();
addEventListener("pageshow", apply);
addEventListener("change", ({ target }) => {
  if (!target.matches(".pied select")) return;
  root.apparence = target.value;
  try {
    if (target.value) localStorage.setItem("apparence", target.value);
    else localStorage.removeItem("apparence");
  } catch {}
});
