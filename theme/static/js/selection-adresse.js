/**
 * « Votre sélection » in the fragment of an address, beside what the filter keeps there:
 * « region=occitanie&choix=miette-chantegreil.silvere-mouret ». No page.
 */
const NAME = "choix";

/** The people that a selection may have: what four sheets of paper and a message hold. */
export const MOST = 20;

/**
 * What a fragment says was chosen; nothing of one that names a place of the page. Programs that pass an
 * address on encode it once or twice more, write it for HTML, or add their own words to its end.
 */
function stateOf(fragment) {
  let text = fragment;
  try {
    for (let times = 0; times < 2 && !text.includes("="); times++) text = decodeURIComponent(text);
  } catch {
    return new URLSearchParams();
  }
  return new URLSearchParams(text.includes("=") ? text.replace(/^[!/]+/, "").replace(/[#?]|&amp;/g, "&") : "");
}

/** Whether a fragment names a place of the page, as « contenu » does. */
export function isAnchor(fragment) {
  return fragment !== "" && stateOf(fragment).toString() === "";
}

/** Whether a fragment tells a selection, be it an empty one. */
export function hasChoice(fragment) {
  return stateOf(fragment).has(NAME);
}

/** Whether a fragment tells something besides a selection: what the filter keeps there. */
export function hasFilter(fragment) {
  return [...stateOf(fragment).keys()].some((name) => name !== NAME);
}

/**
 * The people that a fragment tells, by the names of their pages, each once: { slugs, isCut } where there
 * were more than `MOST`. Whatever an address cannot be in, a full stop or a bracket of the sentence
 * around it, is between two names.
 */
export function chosenIn(fragment) {
  const names = stateOf(fragment).getAll(NAME).join(" ").toLowerCase();
  const slugs = [...new Set(names.match(/[\p{L}\p{M}\p{N}-]+/gu))];
  return { slugs: slugs.slice(0, MOST), isCut: slugs.length > MOST };
}

/** A fragment with these people as its selection, all else as it is. */
export function withChoice(fragment, slugs) {
  const state = stateOf(fragment);
  state.delete(NAME);
  state.set(NAME, slugs.join("."));
  return state.toString();
}
