// Reads a list of texts as JSON from standard input and writes what places each may mean.
//   node places_meant.mjs FOLDER_OF_SCRIPTS FOLDER_OF_PLACES
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [scripts, places] = process.argv.slice(2);
const { gazetteer } = await import(pathToFileURL(`${scripts}/lieux.js`));
const files = { lieux: "places", zones: "areas", villages: "villages", codes: "codes" };
const find = await gazetteer((name) => readFile(`${places}/${files[name]}.txt`, "utf8"));
const texts = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const text of texts) answers.push(await find(text));
process.stdout.write(JSON.stringify(answers));
