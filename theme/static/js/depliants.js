/**
 * Opens the fold-out that an address names, or that holds what it names; opens all on paper.
 * Without it fold-outs are opened by hand, and recent browsers print them open.
 */
function openAddressed() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let foldOut = target?.closest("details:not([open])");
  if (!foldOut) return;
  for (; foldOut; foldOut = foldOut.parentElement.closest("details:not([open])")) foldOut.open = true;
  target.scrollIntoView();
}

let openedForPaper = [];

addEventListener("beforeprint", () => {
  openedForPaper = [...document.querySelectorAll("details:not([open])")];
  for (const foldOut of openedForPaper) foldOut.open = true;
});

addEventListener("afterprint", () => {
  for (const foldOut of openedForPaper) foldOut.open = false;
});

addEventListener("hashchange", openAddressed);
openAddressed();
