// A field of no value at the head of each form, by which the program tells, at each change, what
// the form holds: its public way to see an entry while it is being written.
import { registerFieldType } from "@sveltia/cms";
import { below } from "../below.mjs";
import { createChecker } from "./checker.mjs";
import { createPanel, placeInForm } from "./panel.mjs";

const NAME = "verification";
const FORM = /^#\/collections\/[^/]+\/(entries\/|new)/;

export const withChecker = (config, asInFile) => {
  const panel = createPanel(placeInForm);
  below().append(panel.element);
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("verification.css", import.meta.url).href;
  document.head.append(sheet);
  const check = createChecker({
    onStart: panel.start,
    onMessages: (messages) => isOpen() && panel.tell(messages),
    onRefusal: panel.refuse,
    onError: panel.showError,
    onFailure: panel.fail,
  });
  const isOpen = () => FORM.test(window.location.hash);
  window.addEventListener("hashchange", () => isOpen() || panel.hide());

  let before;
  registerFieldType(NAME, ({ entry }) => {
    const folder = entry?.get("collection");
    if (!folder) return null;
    const { [NAME]: _, ...fields } = asInFile(entry.get("data").toJS());
    const question = { values: JSON.stringify(fields), folder, slug: entry.get("slug") ?? "" };
    const now = JSON.stringify(question);
    if (now !== before) {
      before = now;
      check(question);
    }
    return null;
  });

  const field = { name: NAME, label: "Vérification", widget: NAME, required: false };
  return {
    ...config,
    collections: config.collections.map((collection) =>
      collection.folder ? { ...collection, fields: [field, ...collection.fields] } : collection,
    ),
  };
};
