// The place of the panels, one under the other, below the program: it ends where they begin, and
// what it fixes to the window with it, so that nothing is hidden.
import { element } from "./element.mjs";

const STYLES = `
  #dessous { position: fixed; inset: auto 0 0; z-index: 10; display: flex; flex-direction: column;
    max-block-size: 45vh; }
  #dessous > * { min-block-size: 2.5rem; overflow: auto; }
  body:has(> #dessous > :not([hidden])) > .app-shell { inset-block-end: auto;
    block-size: calc(100dvh - var(--dessous-block-size, 0px)); contain: layout; }
`;

let place;

/** Return the element that holds the panels; the first call lays it out. */
export const below = () => {
  if (place) return place;
  place = element("div", { id: "dessous" });
  document.head.append(element("style", {}, STYLES));
  document.body.append(place);
  new ResizeObserver(() => {
    document.body.style.setProperty("--dessous-block-size", `${place.offsetHeight}px`);
  }).observe(place);
  return place;
};
