/*
 * Shows the offline page when the network does not answer, or the copy of a capsule that a visitor
 * asked to keep (theme/static/js/capsule-copies.js). Never another page of the past: dates may have
 * moved since. The build writes the constants before this text (hosting/offline.py):
 * VERSION  a digest of what is kept; PAGE  the address of the offline page;
 * KEPT     what that page needs, itself included, as addresses from the host's root.
 */
const KIND = "hors-ligne ";
const SCOPE = `${KIND}${new URL(self.registration.scope).pathname} `;
const CACHE = `${SCOPE}${VERSION}`;
// What a copy needs besides its page.
const SHOWN = ["font", "image", "script", "style"];
// Names that are never given to other bytes.
const LASTING = /\.[0-9a-f]{8}\.\w+$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isKept(request)) event.respondWith(file(request));
});

function isKept({ destination, url }) {
  const { origin, pathname } = new URL(url);
  return KEPT.includes(pathname) || (origin === location.origin && SHOWN.includes(destination));
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(KEPT.map((address) => new Request(address, { cache: "reload" })));
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(SCOPE) && name !== CACHE) await caches.delete(name);
  }
  // Pages are asked for at once, not after this script has started.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function page({ preloadResponse, request }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    const copy = await caches.match(request, { ignoreSearch: true });
    return copy ?? (await caches.match(PAGE)) ?? Response.error();
  }
}

async function file(request) {
  const kept = () => caches.match(request);
  if (LASTING.test(new URL(request.url).pathname)) return (await kept()) ?? fetch(request);
  return fetch(request).catch(async () => (await kept()) ?? Response.error());
}
