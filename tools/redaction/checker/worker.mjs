// The checker itself: the site's own Python modules, under Pyodide, in a thread of its own. All it
// runs on comes from the folder beside it; texts stay in this browser.

const here = new URL("verificateur/", self.location.href);
const bytes = async (address) => {
  const answer = await fetch(new URL(address, here));
  if (!answer.ok) throw new Error(`${answer.status} : ${answer.url}`);
  return new Uint8Array(await answer.arrayBuffer());
};
// A site without an agenda, or not published yet, is compared with nothing.
const bytesIfAny = (address) => bytes(address).catch(() => new Uint8Array());

const start = async () => {
  const { loadPyodide } = await import(new URL("pyodide.mjs", here).href);
  const [python, libraries, program, index, agenda, due] = await Promise.all([
    loadPyodide({ indexURL: here.href }),
    ...["bibliotheques.zip", "programme.zip", "site.json"].map(bytes),
    ...["../../agenda.json", "../../agenda/prochain-changement.json"].map(bytesIfAny),
  ]);
  python.FS.mkdirTree("/verificateur");
  for (const archive of [libraries, program]) {
    python.unpackArchive(archive, "zip", { extractDir: "/verificateur" });
  }
  python.runPython("import sys; sys.path.insert(0, '/verificateur')");
  const checker = python.pyimport("association.editing.forms.browser_checker");
  const files = [index, agenda, due].map((file) => python.toPy(file));
  return { checker, files, PythonError: python.ffi.PythonError };
};

const ready = start();
ready.catch((error) => self.postMessage({ failure: String(error.message ?? error) }));

self.addEventListener("message", async ({ data }) => {
  const { checker, files, PythonError } = await ready;
  try {
    const site = checker.known_site(...files.map((file) => file.tobytes()), data.now);
    const said = data.values
      ? checker.messages_of_form(data.values, data.folder, data.slug, site)
      : checker.messages_of_file(data.text, data.path, site);
    site.destroy();
    self.postMessage({ number: data.number, messages: JSON.parse(said) });
  } catch (error) {
    // Beyond an exception of Python, nothing that follows can be relied on.
    if (error instanceof PythonError) self.postMessage({ number: data.number, error: error.message });
    else self.postMessage({ failure: String(error) });
  }
});
