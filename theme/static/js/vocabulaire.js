/**
 * The words that visitors say, and what the profiles say, fetched when somebody types. Formats:
 * plugins/association/people/words_files.py.
 */
let coming;

/** Returns { entries: [{ key, slug, name, phrases }], profiles }, the same at each call. */
export function loadWords() {
  coming ??= Promise.all([fetched("mots.json"), fetched("textes.json")])
    .then(([words, profiles]) => ({
      profiles,
      entries: words.map(([key, slug, name, phrases]) => ({ key, slug, name, phrases: phrases ? phrases.split("|") : [] })),
    }))
    .catch((error) => {
      coming = undefined;
      throw error;
    });
  return coming;
}

async function fetched(name) {
  const answer = await fetch(new URL(`../../annuaire/${name}`, import.meta.url));
  if (!answer.ok) throw new Error(name);
  return answer.json();
}
