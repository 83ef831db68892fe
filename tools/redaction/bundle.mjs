// Bundles the forms into the folder named by the first argument, so that they ask nothing of other
// hosts. What Sveltia CMS would fetch elsewhere is cut out here; a version that asks otherwise
// stops the bundling rather than slip through.
import { cp, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const cms = join(here, "node_modules", "@sveltia", "cms", "npm");

// Answers in place of the status pages of GitHub and GitLab, which are other hosts.
const ALL_WELL = 'data:application/json,{"status":{"indicator":"none"},"result":{"status_overall":{"status_code":100}}}';

const CUTS = [
  ["https://www.githubstatus.com/api/v2/status.json", ALL_WELL],
  ["https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7", ALL_WELL],
];
// The fonts come with the package; the style sheet names them again at a content network.
const FONT_FACE = /@font-face \{[^}]*cdn\.jsdelivr\.net[^}]*\}/g;

const withoutOtherHosts = {
  name: "without-other-hosts",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [address, instead] of CUTS) {
        if (contents.split(address).length !== 2) throw new Error(`not found once: ${address}`);
        contents = contents.replace(address, instead);
      }
      if (!FONT_FACE.test(contents)) throw new Error("no @font-face of a content network");
      return { contents: contents.replaceAll(FONT_FACE, ""), loader: "js" };
    });
    // Colours for 300 languages of code, and maps: no field of ours shows any.
    onResolve({ filter: /^(@shikijs\/|leaflet$|terra-draw)/ }, () => ({
      path: "nothing",
      namespace: "left-out",
    }));
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "export default []" }));
  },
};

await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: {
    redaction: "forms.mjs",
    verification: "checker/worker.mjs",
    "page-de-verification": "checker/page.mjs",
  },
  outdir: out,
  chunkNames: "[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "linked",
  logLevel: "warning",
  plugins: [withoutOtherHosts],
});
await cp(join(cms, "assets"), join(out, "assets"), {
  recursive: true,
  filter: (path) => !path.endsWith(".map"),
});
await cp(join(here, "checker", "verification.css"), join(out, "verification.css"));
// Python for browsers, which the checker runs on: its own files, untouched.
const PYTHON = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];
for (const file of [...PYTHON, "pyodide-lock.json"]) {
  await cp(join(here, "node_modules", "pyodide", file), join(out, "verificateur", file));
}
