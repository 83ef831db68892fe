// Goes the main paths of a served site in Firefox and prints, as JSON, what was seen.
// Arguments: the site's address, Firefox's path, then the pages to open.
import puppeteer from "puppeteer-core";

const [site, executablePath, ...paths] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const page = await browser.newPage();
const troubles = [];
page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
page.on("pageerror", (error) => troubles.push(String(error)));

const open = (path) => page.goto(site + path, { waitUntil: "load" });
const text = (selector) => page.$eval(selector, (it) => it.textContent.trim());
const until = (selector) =>
  page.waitForFunction((it) => document.querySelector(it)?.textContent.trim(), {}, selector);

const seen = { pages: {} };
for (const path of paths) {
  const widths = {};
  for (const width of [360, 1280]) {
    await page.setViewport({ width, height: 900 });
    await open(path);
    widths[width] = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }
  seen.pages[path] = { title: await text("h1"), widths };
}

await open("/agenda/");
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
seen.skipped = await page.evaluate(() => document.activeElement.id);

await open("/annuaire/#certificat=oui");
await until(".recherche [role=status]");
seen.filter = await text(".recherche [role=status]");

await open("/recherche/?q=l%E2%80%99intervenant");
await until(".chercher-etat");
await page.waitForSelector(".trouvaille-titre a");
seen.search = await page.$$eval(".trouvaille-titre a", (all) => all.map((it) => it.getAttribute("href")));

await open("/metiers/intervenant/#accompagnement-et-intervention");
await page.waitForSelector("details[open]");
seen.opened = await page.$eval("details[open]", (it) => it.id);

seen.troubles = troubles;
await browser.close();
console.log(JSON.stringify(seen));
