/**
 * Small comforts of every page. The page that somebody is about to open is fetched a moment ahead,
 * unless they spare their data; the offline page is kept by the service worker that `data-hors-ligne`
 * of the body names, else given up.
 */
const BEFORE_FETCHING = 80;
const { connection, serviceWorker } = navigator;
const isSparing = connection?.saveData || /[23]g/.test(connection?.effectiveType ?? "");
const seen = new Set([location.pathname]);
// By sign: pages scroll under a mouse at rest.
const waiting = {};

function fetchAhead(address) {
  if (seen.has(address)) return;
  seen.add(address);
  document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: address }));
}

function approach({ target, type }) {
  clearTimeout(waiting[type]);
  const link = target.closest?.("a[href]");
  // Pages end with a slash; files to download do not.
  if (!link || link.origin !== location.origin || !link.pathname.endsWith("/")) return;
  waiting[type] = setTimeout(fetchAhead, type === "pointerdown" ? 0 : BEFORE_FETCHING, link.pathname);
}

if (!isSparing) {
  for (const sign of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(sign, approach, { passive: true });
  }
}

async function keepOfflinePage() {
  const { horsLigne } = document.body.dataset;
  if (horsLigne) return serviceWorker.register(horsLigne, { updateViaCache: "none" });
  const home = new URL(document.querySelector(".marque").href).href;
  for (const worker of await serviceWorker.getRegistrations()) {
    if (worker.scope === home) await worker.unregister();
  }
}

// A browser may forbid it; the site does without.
if (serviceWorker) addEventListener("load", () => keepOfflinePage().catch(() => {}));
