// What becomes of what was saved: a panel below the program, in the words of the verification.
import { below } from "./below.mjs";
import { element } from "./element.mjs";
import { proposalsOf } from "./proposals.mjs";

// As tools/verdict.py names them.
const VERIFICATION = "Vérification";
const PREVIEW = "Aperçu";
const PUBLICATION = "Publication";
const EVERY = 30_000;
const NO_ANSWER = "La forge n’a pas dit ce que deviennent vos propositions : voyez-les sur sa page.";

const STYLES = `
  #suivi { overflow-wrap: anywhere; font: 0.875rem/1.4 system-ui, sans-serif; color: CanvasText; background: Canvas;
    color-scheme: light dark; border-block-start: 2px solid #6b7280; }
  #suivi summary { padding: 0.5rem 1rem; cursor: pointer; }
  #suivi :not([open]) > summary { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  #suivi ul { margin: 0; padding: 0 1rem 0.75rem 2.25rem; }
  #suivi a { color: LinkText; margin-inline-start: 0.5rem; }
  #suivi.refuse { border-color: #b91c1c; }
  #suivi.en-ligne { border-color: #15803d; }
  #suivi :focus-visible { outline: 3px solid currentcolor; outline-offset: -3px; }
  @media (prefers-color-scheme: dark) {
    #suivi { border-color: #9a9a9a; }
    #suivi.refuse { border-color: #ff9c94; }
    #suivi.en-ligne { border-color: #4ade80; }
  }
`;

const of = (verdicts, context) => verdicts.find((verdict) => verdict.context === context);

/** Return what is said of a proposal, and whether it needs its author. */
const told = async (proposals, proposal, published) => {
  const verdicts = await proposals.verdicts(proposal.merged || proposal.sha);
  if (proposal.isOpen) {
    const verdict = of(verdicts, VERIFICATION);
    return {
      ...proposal,
      preview: of(verdicts, PREVIEW)?.url,
      state: verdict?.state ?? "pending",
      says: says(verdict, "vérification en cours", "vérifié : à relire, puis à publier"),
    };
  }
  // A publication of what came after publishes this too.
  const own = of(verdicts, PUBLICATION);
  const verdict = published?.state === "success" ? published : (own ?? published);
  return {
    ...proposal,
    state: verdict?.state === "success" ? "online" : (verdict?.state ?? "pending"),
    says: says(verdict, "accepté, publication en cours", "en ligne"),
  };
};

const says = (verdict, waiting, done) =>
  ({ success: done, failure: verdict?.says || "refusé" })[verdict?.state] ?? waiting;

/** Return what there is to show: the proposals that are open, then the last one that was merged. */
const news = async (proposals, branch) => {
  const [mine, ofBranch] = await Promise.all([proposals.mine(), proposals.verdicts(branch)]);
  const published = of(ofBranch, PUBLICATION);
  const open = mine.filter(({ isOpen }) => isOpen);
  const last = mine.find(({ merged }) => merged);
  const shown = last ? [...open, last] : open;
  return {
    published,
    lines: await Promise.all(shown.map((one) => told(proposals, one, published))),
  };
};

const link = (href, words) =>
  /^https?:/.test(href ?? "")
    ? [element("a", { href, target: "_blank", rel: "noopener" }, words)]
    : [];

const item = ({ number, title, url, preview, says: said }) =>
  element(
    "li",
    {},
    `n° ${number}, ${title} : ${said}`,
    ...link(url, "la proposition"),
    ...link(preview, "l’aperçu"),
  );

const heading = ({ published, lines }) => {
  const refused = lines.find(({ state }) => state === "failure");
  if (refused) return `Proposition n° ${refused.number} : ${refused.says}`;
  if (published?.state === "failure") return `Le site n’est pas à jour. ${published.says}`;
  if (lines.length) return `Proposition n° ${lines[0].number} : ${lines[0].says}`;
  return "Ce que vous enregistrez devient une proposition, à relire avant de publier.";
};

const show = (panel, found) => {
  const isRefused = found.lines.some(({ state }) => state === "failure");
  panel.className = isRefused ? "refuse" : found.lines[0]?.state === "online" ? "en-ligne" : "";
  panel.querySelector("summary").textContent = heading(found);
  panel.querySelector("ul").replaceChildren(...found.lines.map(item));
};

/** Show the panel once somebody is signed in; return how to have it read again at once. */
export const followPublication = (forge, branch) => {
  const proposals = proposalsOf(forge);
  const panel = element(
    "section",
    { id: "suivi", ariaLabel: "Vos propositions", ariaLive: "polite" },
    element("details", {}, element("summary"), element("ul")),
  );

  // What is drawn again loses the reader's place, and is read aloud again.
  let shown;
  const read = async () => {
    const found = await news(proposals, branch).catch(() => undefined);
    const now = JSON.stringify(found) ?? "";
    if (now === shown) return;
    shown = now;
    if (found) show(panel, found);
    else panel.querySelector("summary").textContent = NO_ANSWER;
  };

  const begin = async () => {
    await forge.signedIn();
    document.head.append(element("style", {}, STYLES));
    below().append(panel);
    await read();
    setInterval(() => document.visibilityState === "visible" && read(), EVERY);
  };

  begin();
  return read;
};
