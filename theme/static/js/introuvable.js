/**
 * On the page of errors: the pages of the plan whose address is closest to the one that was asked, and
 * a search for its words. Everything happens in the page; nothing is kept or sent.
 */
import { filled } from "./mots.js";

const MOST = 3;
const CLOSE = 0.45;
const root = document.querySelector(".introuvable");

/** The words of an address: « /agenda/Journee_2027.html » says journee and 2027. */
function wordsOf(address) {
  let path = address;
  try {
    path = decodeURIComponent(address);
  } catch {
    // An address cut within a sign is read as it is.
  }
  const last = path.split("/").filter(Boolean).at(-1) ?? "";
  const plain = last.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/\.\w{2,5}$/, "").split(/[^\p{L}\d]+/u).filter((word) => word.length > 1);
}

function pairs(words) {
  const text = words.join(" ");
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** How close two lists of words are, from 0 to 1 (Sørensen and Dice, by pairs of letters). */
function closeness(words, others) {
  const left = pairs(others);
  const all = left.length + pairs(words).length;
  const common = pairs(words).filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return all ? (2 * common.length) / all : 0;
}

function item(link) {
  const element = document.createElement("li");
  element.append(link);
  return element;
}

// Programs that guard mail pass the « # » of an address on as « %23 »: all that follows is then asked for.
const [asked, fragment] = location.pathname.split(/%23/i);
if (fragment) location.replace(`${asked}#${fragment}`);

const words = wordsOf(location.pathname);
if (words.length && location.pathname !== new URL(root.dataset.page, location).pathname) {
  const close = [...document.querySelectorAll(".plan a[href^='/']")]
    .map((link) => ({ link, score: closeness(words, wordsOf(link.pathname)) }))
    .filter(({ score }) => score >= CLOSE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST);
  const search = document.createElement("a");
  const text = words.join(" ");
  search.href = `${root.dataset.recherche}#${new URLSearchParams({ q: text })}`;
  search.textContent = filled(root.dataset.chercher, { mots: text });
  root.querySelector("ul").append(...close.map(({ link }) => item(link.cloneNode(true))), item(search));
  root.hidden = false;
}
