// The forms of /redaction/: Sveltia CMS with the configuration that the site was built with.
import { init, registerCustomFormat, registerEventListener } from "@sveltia/cms";
import { withChecker } from "./checker/field.mjs";
import { commentedYaml } from "./commented-yaml.mjs";
import { keepToOwnBranch } from "./editor-branch.mjs";
import { forgeOf } from "./forge.mjs";
import { followPublication } from "./publication-panel.mjs";

// The program writes the path of a picture from the root of the site; the site's files say it from
// the content's folder: without the first slash in a field, after {static} in a text.
const fromContent = (value) => {
  if (typeof value === "string") return value.replace(/^\/(?=(images|documents)\/)/, "");
  if (Array.isArray(value)) return value.map(fromContent);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromContent(inner)]));
};

const bodyInFile = (body) => body.replaceAll(/\]\(\/(?=(images|documents)\/)/g, "]({static}/");
const asInFile = ({ body = "", ...fields }) => ({ ...fromContent(fields), body: bodyInFile(body) });

registerEventListener({
  name: "preSave",
  handler: ({ entry }) => {
    const { body, ...fields } = asInFile(entry.get("data").toJS());
    return entry.get("data").merge(fields, body ? { body } : {});
  },
});

registerCustomFormat("yaml-commented", "yml", commentedYaml());

const { publication, ...config } = await (await fetch("configuration.json")).json();
if (publication) {
  const forge = forgeOf(config.backend);
  const handler = followPublication(forge, publication.branch);
  registerEventListener({ name: "postSave", handler });
  if (publication.by_editor) keepToOwnBranch(forge, publication.branch);
}
init({ config: withChecker(config, asInFile) });
