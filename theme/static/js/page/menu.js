/**
 * The menu of a small screen keeps the keyboard: what lies beneath it is out of reach while it is
 * open. On a wide screen the menu is part of the page.
 */
const menu = document.getElementById("menu");
const beneath = document.querySelectorAll(".evitement, .entete-rang > :not(#menu), main, footer");

function reach(isInert) {
  for (const part of beneath) part.inert = isInert;
}

menu?.addEventListener("toggle", ({ newState }) => newState === "open" && reach(true));
// Before it closes, for the focus goes back to its button: from the browser's own bars too.
menu?.addEventListener("beforetoggle", ({ newState }) => {
  if (newState === "open") return;
  reach(false);
  if (document.activeElement === document.body) document.querySelector(".entete-rang > .menu-bouton").focus();
});
matchMedia("(min-width: 48rem)").addEventListener("change", () => menu?.hidePopover?.());
