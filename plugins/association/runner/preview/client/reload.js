// Added to the pages of the preview, never to the site: reloads the page when the site changes
// and shows the panel. A hidden page lets go of its connection: browsers open six to one host.
const version = document.currentScript.dataset.version;
const host = document.createElement("div");
const inside = host.attachShadow({ mode: "open" });
const style = document.createElement("link");
const status = document.createElement("div");
let events = null;
let shown = "";

style.rel = "stylesheet";
style.href = "/__serve/panel.css";
status.lang = "fr";
status.className = "etat";
status.setAttribute("role", "status");
inside.append(style, status);
if (!document.body.classList.contains("seul")) {
  document.body.append(host);
  // Room below the page, so that its end can be scrolled out from under the panel.
  new ResizeObserver(() => {
    document.body.style.marginBlockEnd = `${status.offsetHeight}px`;
  }).observe(status);
}

function show(panel) {
  const alone = document.querySelector("body.seul main");
  if (alone && panel) {
    alone.replaceChildren(alone.querySelector("h1"));
    alone.insertAdjacentHTML("beforeend", panel);
  } else if (panel !== shown) {
    status.innerHTML = panel;
    shown = panel;
  }
}

function listen() {
  events?.close();
  events = null;
  if (document.hidden) {
    return;
  }
  events = new EventSource(`/__serve/events?page=${encodeURIComponent(location.pathname)}`);
  events.addEventListener("etat", (event) => {
    const state = JSON.parse(event.data);
    if (state.version !== version) {
      location.reload();
    } else {
      show(state.panel);
    }
  });
}

document.addEventListener("visibilitychange", listen);
listen();
