/**
 * Copies of capsules that this browser keeps because a visitor asked for it: a cache a capsule, with its
 * page and what it needs to show. The service worker answers from them when the network does not.
 */
const home = new URL(document.querySelector(".marque").href).pathname;
const PREFIX = `capsules ${home} `;
const SHOWN = ["css", "img", "link", "script"];
// People, responses and what the site fills in move or leave while a copy stays; a definition does not.
const NOT_COPIED = "[data-hors-copie], aside[class^='bloc-']:not(.bloc-terme), [type='application/ld+json']";

/** Returns the addresses of the capsules that are kept. */
export async function copies() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

/** Returns the title of a capsule that is kept. */
export async function titleOf(address) {
  const page = await (await caches.open(PREFIX + address)).match(address);
  const parsed = new DOMParser().parseFromString((await page?.text()) ?? "", "text/html");
  return parsed.querySelector("h1")?.textContent.trim() || address;
}

/** Keeps no longer the copy of a capsule. */
export function dropCopy(address) {
  return caches.delete(PREFIX + address);
}

/** Returns the addresses of what this page shows, pictures that were not yet fetched among them. */
function assets() {
  const fetched = performance
    .getEntriesByType("resource")
    .filter((entry) => SHOWN.includes(entry.initiatorType))
    .map((entry) => new URL(entry.name));
  const pictures = [...document.images].map((image) => new URL(image.currentSrc || image.src));
  const scripts = [...document.querySelectorAll("script[src]")].map((script) => new URL(script.src));
  const here = [...fetched, ...pictures, ...scripts, new URL(import.meta.url)]
    // Pages end with a slash: one that was fetched ahead is none of it.
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.endsWith("/"));
  return [...new Set(here.map(({ pathname }) => pathname))];
}

/** Returns a page as it is kept: without what may not be true later, and telling that it is a copy. */
function asCopy(page) {
  const root = new DOMParser().parseFromString(page, "text/html").documentElement;
  for (const element of root.querySelectorAll(NOT_COPIED)) element.remove();
  root.dataset.copie = new Date().toISOString();
  return `<!DOCTYPE html>${root.outerHTML}`;
}

/** Keeps the page that is shown, as the network has it, in place of its former copy. */
export async function keepCopy(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
  const page = await response.text();
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  const policy = response.headers.get("Content-Security-Policy");
  if (policy) headers["Content-Security-Policy"] = policy;
  const cache = await caches.open(PREFIX + address);
  const needed = assets();
  try {
    await cache.addAll(needed);
    // Last: a page is there only with all that it needs.
    await cache.put(address, new Response(asCopy(page), { headers }));
  } catch (error) {
    if (!(await cache.match(address))) await dropCopy(address);
    throw error;
  }
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== address && !needed.includes(pathname)) await cache.delete(request);
  }
}
