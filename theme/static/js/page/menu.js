/** What lies beneath the open menu of a small screen is out of the keyboard's reach. */
addEventListener("DOMContentLoaded", () => {
  const menu = document.getElementById("menu");
  const beneath = document.querySelectorAll(".evitement, .entete-rang > :not(#menu), main, footer");

  function reach(isInert) {
    for (const part of beneath) part.inert = isInert;
  }

  menu?.addEventListener("toggle", ({ newState }) => newState === "open" && reach(true));
  // Before it closes: the focus goes back to its button.
  menu?.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "open") return;
    reach(false);
    if (document.activeElement === document.body) document.querySelector(".entete-rang > .menu-bouton").focus();
  });
  matchMedia("(min-width: 48rem)").addEventListener("change", () => menu?.hidePopover?.());
});
