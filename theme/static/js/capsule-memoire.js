/**
 * What this browser remembers of the capsules, and nobody else: the steps that were done and the answers
 * that were written, a capsule at a time, under its address. Nothing is ever sent.
 */
const PREFIX = "capsule ";

const texts = (values) => (Array.isArray(values) ? values.filter((one) => typeof one === "string") : []);

/** Returns the steps and the answers of a capsule: none where nothing, or nothing readable, is kept. */
export function remembered(address) {
  let found;
  try {
    found = JSON.parse(localStorage.getItem(PREFIX + address));
  } catch {
    // Forbidden, or written by something else.
  }
  const answers = Object.entries(found?.reponses ?? {}).filter(([, one]) => typeof one?.texte === "string");
  return { etapes: texts(found?.etapes), reponses: Object.fromEntries(answers) };
}

/** Lets `change` alter what is remembered of a capsule; returns whether the browser keeps it. */
export function remember(address, change) {
  // Read anew: another tab may have written since.
  const memory = remembered(address);
  change(memory);
  const isEmpty = !memory.etapes.length && !Object.keys(memory.reponses).length;
  try {
    if (isEmpty) localStorage.removeItem(PREFIX + address);
    else localStorage.setItem(PREFIX + address, JSON.stringify(memory));
    return true;
  } catch {
    return false;
  }
}

/** Returns the addresses of the capsules of which something is remembered. */
export function rememberedCapsules() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** Forgets a capsule. */
export function forget(address) {
  remember(address, (memory) => Object.assign(memory, { etapes: [], reponses: {} }));
}

/** Returns « 2 étapes sur 5 », in the words of the page. */
export function progress(words, steps, memory) {
  const done = steps.filter((step) => memory.etapes.includes(step)).length;
  const sentence = done < 2 ? words.une : words.plusieurs;
  return sentence.replace("{faites}", done).replace("{total}", steps.length);
}
