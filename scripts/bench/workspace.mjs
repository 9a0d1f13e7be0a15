// Makes workspaces of any size from the worked examples: features with five documents each, in which the words of
// the business are others, so that no two texts and no two diagrams are the same. The same seed gives the same bytes.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const EXAMPLES = "docs/plan/E00-examples";
const PATTERNS = "context/patterns";
const DOCUMENTS = ["prd.md", "00-research-report.md", "02-architecture.md", "03-data-design.md", "04-backend-design.md"];
/** Words of the examples that stand for the business, and what others would call it. */
const BUSINESS = {
  refund: ["rebate", "payout", "credit", "return", "reversal", "discount", "bonus", "voucher"],
  ledger: ["journal", "account", "register", "balance", "archive", "record", "statement"],
  stock: ["seat", "slot", "room", "vehicle", "ticket", "parcel", "pallet", "bed"],
  order: ["booking", "contract", "subscription", "delivery", "policy", "claim", "quote"],
  payment: ["billing", "settlement", "transfer", "charge", "deposit", "fee"],
  warehouse: ["depot", "terminal", "hub", "station", "yard", "plant"],
};
const FEATURES_OF_AN_EPIC = 20;

/** @returns the number of documents that were written. */
export function makeWorkspace(folder, features, seed = 1) {
  // The pages that the examples link to.
  cpSync(PATTERNS, join(folder, PATTERNS), { recursive: true });
  const random = mulberry32(seed);
  const examples = readdirSync(EXAMPLES)
    .sort()
    .map((name) => ({ name, texts: DOCUMENTS.map((document) => readFileSync(join(EXAMPLES, name, document), "utf8")) }));
  for (let index = 0; index < features; index++) {
    const { name, texts } = examples[index % examples.length];
    const epic = `E${String(Math.floor(index / FEATURES_OF_AN_EPIC) + 1).padStart(3, "0")}-domain`;
    const feature = `${epic.slice(0, 4)}-F${String((index % FEATURES_OF_AN_EPIC) + 1).padStart(2, "0")}-feature-${index + 1}`;
    const target = join(folder, "docs/plan", epic, feature);
    mkdirSync(target, { recursive: true });
    const words = Object.entries(BUSINESS).map(([word, others]) => [word, others[Math.floor(random() * others.length)] + suffix(index)]);
    for (const [at, document] of DOCUMENTS.entries()) {
      const moved = texts[at].replaceAll(name, feature).replaceAll("E00-examples", epic);
      writeFileSync(join(target, document), rename(moved, words));
    }
  }
  return features * DOCUMENTS.length;
}

/** A word of its own for each feature, so that its texts are its own. */
function suffix(index) {
  return index
    .toString(26)
    .replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))
    .padStart(3, "q");
}

function rename(text, words) {
  return words.reduce(
    (changed, [word, other]) =>
      changed
        .replaceAll(word, other)
        .replaceAll(word[0].toUpperCase() + word.slice(1), other[0].toUpperCase() + other.slice(1))
        .replaceAll(word.toUpperCase(), other.toUpperCase()),
    text,
  );
}

/** A small seeded generator of numbers from 0 to 1. */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
