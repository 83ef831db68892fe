/**
 * The capsules that a visitor asked to keep, on the page that says that the network is away. Nothing
 * shows without this script, nor where none is kept.
 */
import { copies, titleOf } from "./capsule-copies.js";

const root = document.querySelector(".copies");

for (const address of "caches" in globalThis ? await copies() : []) {
  const link = Object.assign(document.createElement("a"), { href: address, textContent: await titleOf(address) });
  const item = document.createElement("li");
  item.append(link);
  root.querySelector("ul").append(item);
  root.hidden = false;
}
