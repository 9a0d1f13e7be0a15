import type { Model } from "../../model/types.ts";

/** Somebody whom the PRD names as answerable, and for what. */
export interface Decider {
  name: string;
  role: string;
}

const ROLE =
  "product owner|product manager|product lead|product|owner|feature owner|tech(?:nical)? lead|lead engineer|engineering lead|engineering manager|engineering|architect|lead developer|security(?: lead| owner| officer)?|data protection officer|dpo|author|prepared by|approver|approved by|stakeholders?|decision makers?|pm|responsible|contact|verantwortlich|ansprechpartner|auteur|autor|автор|владелец";
const LINE = new RegExp(`^[\\s|*_>-]{0,8}(${ROLE})s?[\\s|*_]{0,4}[:：|][\\s|*_]{0,4}([^\\n|]{2,80})`, "gimu");
/** Nobody in particular. */
const NOBODY = /^(?:tbd|tba|tbc|n\/?a|none|unknown|unassigned|todo|-+|\?+|\[.*\]|\{.*\}|<.*>|name|you|the team|everyone)$/i;
/** Front matter says it in one word. */
const FIELDS = ["owner", "product_owner", "productOwner", "tech_lead", "techLead", "architect", "author", "stakeholders", "approver"];
const FAR = 6000;

/** @returns whom the PRD names as its owner, author, lead or stakeholder, each once, those that stand first before the others */
export function decidersIn({ documents: { prd } }: Model): Decider[] {
  if (!prd) return [];
  const { frontMatter, text } = prd.markdown;
  const stated = FIELDS.flatMap((role) => {
    const value: unknown = frontMatter.data[role];
    const names = Array.isArray(value) ? value : [value];
    return names.flatMap((name) =>
      typeof name === "string" ? [{ name: name.trim(), role: role.replace(/_|(?=[A-Z])/g, " ").toLowerCase() }] : [],
    );
  });
  const told = Array.from(text.slice(frontMatter.span?.end ?? 0, FAR).matchAll(LINE), ([, role = "", names = ""]) =>
    names.split(/,|;|·|\/(?=\s)|\sand\s/).map((name) => ({ name: plain(name), role: role.toLowerCase() })),
  ).flat();
  const all = [...stated, ...told].filter(({ name }) => isName(name));
  return [...new Map(all.map((one) => [one.name.toLowerCase(), one])).values()];
}

function plain(name: string): string {
  return name
    .replace(/[*_`]/g, "")
    .replace(/\s?[(<[].*$/s, "")
    .replace(/^@/, "")
    .trim();
}

/** A name has few words, and is no sentence. */
function isName(name: string): boolean {
  return (
    /^\p{L}/u.test(name) &&
    !NOBODY.test(name) &&
    name.split(/\s+/).length <= 4 &&
    !/[.:!?]\s|\b(?:is|are|wants?|needs?|must|can|will)\b/.test(name)
  );
}

const TECHNICAL = /tech|engineer|architect|developer/;
const SECURITY = /security|protection|dpo/;
/** What somebody who knows the code answers, rather than somebody who knows what is wanted. */
const OF_BUILDING = new Set([
  "components",
  "stack",
  "codebase",
  "system-diagram",
  "versioning",
  "errors",
  "error-format",
  "structures",
  "patterns",
  "endpoints",
  "functions",
]);

/** @returns who can decide something in a section of a family of facts; undefined where the PRD names nobody */
export function deciderOf(deciders: readonly Decider[], facts: string | undefined): Decider | undefined {
  const [first] = deciders;
  const fits = (pattern: RegExp) => deciders.find(({ role, name }) => pattern.test(role) || pattern.test(name.toLowerCase()));
  if (facts === "security") return fits(SECURITY) ?? fits(TECHNICAL) ?? first;
  // Whoever owns the product alone does not say how it is built.
  const plain = deciders.find(
    ({ role, name }) => /^(?:owner|feature owner|author|responsible|contact)$/.test(role) && !/product/i.test(name),
  );
  if (facts !== undefined && OF_BUILDING.has(facts)) return fits(TECHNICAL) ?? plain;
  return fits(/product|owner|pm\b/) ?? first;
}
