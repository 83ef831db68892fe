// Reads what the lexicon holds and a list of texts as JSON from standard input, and writes the town
// that each text names among its words, "" for none.
//   node towns_among_words.mjs FOLDER_OF_SCRIPTS FOLDER_OF_PLACES
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [scripts, places] = process.argv.slice(2);
const of = (name) => import(pathToFileURL(`${scripts}/${name}.js`));
const [{ gazetteer }, { lexicon }, { townAmong }] = await Promise.all(["lieux", "lexique", "villes"].map(of));
const files = { lieux: "places", zones: "areas", villages: "villages", codes: "codes" };
const find = await gazetteer((name) => readFile(`${places}/${files[name]}.txt`, "utf8"));
const { entries, texts } = JSON.parse(readFileSync(0, "utf8"));
const understand = lexicon(entries);
const answers = [];
for (const text of texts) {
  const town = await townAmong(text, understand(text), (word) => word === "valjean", find);
  answers.push(town?.found.name ?? "");
}
process.stdout.write(JSON.stringify(answers));
