// The law of the outline author: every word of a draft stands in the inputs.
import { readdirSync, readFileSync } from "node:fs";

// Its own words: how it joins what the inputs state, and the keywords of Mermaid.
const JOINING =
  "first step last applied the prd calls for it every component as constraint taken from contracts unchanged field by offered agree them mixed uses decide none is stated in inputs flowchart tb subgraph end actor participant sequencediagram mermaid clients application data external systems api cli library service name decision";

// What it says of where something is stated, what is inferred, and what is left to decide.
const TELLING = `stated states named names assumed line proposed paths times headings accept rename merge belong belongs single rules keeps does
  takes calls caller due time done call puts under what else further not kept nothing whoever owns gives answer prevents limits these risks must hold
  means where cell empty fields code each message whose of this interface parameters body only research report reads extend create whether existing
  naming patterns related alt opt note over as for url based bear deprecation policy strategy current version authentication authorization protection
  input validation none with its reason one path query criterion security performance scalability reliability migration observability compatibility
  usability maintainability quality language framework data messaging storage operations payment mail background work string number boolean array
  object optional required reached state status changes order exit more endpoint command event function offers whom groundplan prd md`;

// Words of its questions, which state nothing: they count inside of {Decide: ...} alone.
const ASKING = `several tells tell pages done on them would serve terminal work without code that others import be libraries make up each flow
  flows steps stories scenarios list lists records takes gives keeps failure 400 403 404 409 header path caller address page cursor can component
  components suggest endpoints method events functions`;

const TEMPLATES = ["architecture-doc", "api-spec-doc", "prd", "research-report", "interface-contracts", "data-design"];
const PATTERNS = readdirSync("context/patterns").filter((name) => name.endsWith("-patterns.md"));

/**
 * @param {string} text
 * @returns {Set<string>} every word, in lower case; the ids of diagrams are no words
 */
export function wordsIn(text) {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^[np]\d+$/.test(word)));
}

/**
 * @param {string} draft
 * @param {string} inputs
 * @returns {string[]} the words of a draft that stand in no input, no template and no pattern, and join nothing
 */
export function inventedWords(draft, inputs) {
  const templates = TEMPLATES.map((name) => readFileSync(`context/templates/${name}.md`, "utf8"));
  const patterns = PATTERNS.map(
    (name) =>
      readFileSync(`context/patterns/${name}`, "utf8")
        .match(/^(?:## .*|\*\*Signals\*\*.*)$/gm)
        ?.join("\n") ?? "",
  );
  const known = wordsIn([JOINING, TELLING, inputs, ...templates, ...patterns].join("\n"));
  // Addresses of links are no words, and a requirement without an id is named by its section and number.
  const visible = draft
    .replace(/\]\([^)\n]*\)/g, "]")
    .replace(/^<!-- .* -->$/gm, "")
    .replace(/\b(?:requirements?|criteria|stories|story|criterion|line) \d+/gi, "");
  const asked = wordsIn([...visible.matchAll(/\{Decide: [^{}]*\}/g)].join("\n"));
  const stated = wordsIn(visible.replace(/\{Decide: [^{}]*\}/g, " "));
  const asking = wordsIn(ASKING);
  return [...new Set([...stated, ...asked])].filter((word) => !known.has(word) && (stated.has(word) || !asking.has(word)));
}
