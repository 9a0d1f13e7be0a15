import type { Model } from "../../model/types.ts";
import { remarksBelow, remarksOf } from "./said.ts";
import { tabledSystems } from "./tabled-systems.ts";
import { isOutside } from "./technologies.ts";
import type { Remark, Said, StatedSystem, StatedTechnology } from "./types.ts";

/** Systems by what they do, where no product is named. */
const BY_DUTY =
  /\b((?:mail|smtp|e-?mail) (?:server|provider|gateway)|payment (?:gateway|provider|service)|identity provider|sms (?:gateway|provider)|message (?:broker|queue)|object storage|cdn|external (?:api|service)|third[- ]party (?:api|service)|webhook receivers?|carrier api|tax service|search (?:engine|service)|key management service)\b/gi;
/** Other features and documents of the same product. */
const REFERENCE = /\b(?:from|uses?|using|with|in|by|on|via|and|of|to)\s(PRD-\d{1,4}[a-z]?|E\d{2}-F\d{2,3}|RFC-\d{1,4})\b/g;
const NEIGHBOURS =
  /^(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s)?(?:(?:external|internal|system|technical) )?(?:dependencies|depends on|consumed by|integrations?(?: points?)?|integrates with|blocked by|related features?|external systems|third[- ]party (?:systems|services))(?: and (?:integrations|dependencies))?:?$/i;
const AWAY =
  /\b(?:unavailable|unreachable|away|down|outage|offline|fails?|failure|timeouts?|times? out|slow|fallback|retr(?:y|ies|ied))\b/i;

/** @returns what the feature talks to and does not own, as the PRD names it; what its tables of integrations state is left to these */
export function systemsIn(model: Model, said: readonly Said[], technologies: readonly StatedTechnology[]): StatedSystem[] {
  const tabled = tabledSystems(model);
  const rows = new Set(tabled.flatMap(({ sources }) => sources.map(({ line }) => line)));
  const remarks = [...remarksBelow(model, NEIGHBOURS), ...remarksOf(model, ["integration"])].filter(({ source }) => !rows.has(source.line));
  const told: (Said | Remark)[] = [...said, ...remarks];
  const found = new Map(tabled.map((system) => [system.name.toLowerCase(), system]));
  for (const one of told) {
    for (const { 1: name = "" } of one.text.matchAll(BY_DUTY)) add(found, titled(name), false, one);
    for (const { 1: name = "" } of one.text.matchAll(REFERENCE)) if (!isOwn(model, name)) add(found, name, true, one);
  }
  for (const { text, source } of remarks) {
    const [, name = "", purpose = ""] = /^\W{0,3}([^:–—]{2,60}?)\W{0,3}(?:[:–—]|\s-\s)\s{0,3}(.{3,300})$/.exec(text) ?? [];
    if (name !== "" && name.split(/\s/).length < 5 && /\p{Lu}|`/u.test(name))
      add(found, name.trim(), !isOutside(name), { text: purpose, source });
  }
  for (const { name, sources } of technologies) {
    const one = told.find(({ source }) => source === sources[0]);
    if (isOutside(name) && one) add(found, name, false, one);
  }
  return [...found.values()].slice(0, 10).map((system) => {
    const users = told.filter(({ text }) => speaksOf(text, system.name) && !AWAY.test(text));
    const used = users.find(({ text }) => /\bsen(?:d|ds|t)\b/i.test(text)) ?? users[0];
    return {
      ...system,
      ...(AWAY.test(system.purpose) && used && { purpose: used.text, sources: [used.source] }),
      fallback: system.fallback || fallbackOf(system.name, told),
    };
  });
}

function add(found: Map<string, StatedSystem>, name: string, internal: boolean, { text, source }: Pick<Said, "text" | "source">): void {
  const known = found.get(name.toLowerCase());
  if (known) known.sources.push(source);
  else found.set(name.toLowerCase(), { name, internal, purpose: text, fallback: "", sources: [source] });
}

/** A feature does not integrate with itself. */
function isOwn({ documents: { prd }, key, reading }: Model, name: string): boolean {
  const title = prd?.markdown.sections[0]?.title ?? "";
  return `${title} ${key.epic} ${key.feature}`.includes(name) || (reading?.statements.some(({ id }) => id === name) ?? false);
}

function fallbackOf(name: string, told: readonly (Said | Remark)[]): string {
  const one = told.find(({ text }) => text.toLowerCase().includes(name.toLowerCase()) && AWAY.test(text));
  return one ? cited(one) : "";
}

/** What such a system is for is said without naming it: e-mails are sent by a mail server. */
const DUTY =
  /^(e-?mail|mail|sms|payment|webhook|tax|carrier|search) (?:servers?|providers?|gateways?|services?|engines?|apis?|receivers?)$/i;

/** @returns whether a text speaks of a system: by its name, or by what such a system is there for */
export function speaksOf(text: string, system: string): boolean {
  const duty = DUTY.exec(system)?.[1]?.toLowerCase().replace(/^e-?/, "");
  if (text.toLowerCase().includes(system.toLowerCase())) return true;
  return duty !== undefined && new RegExp(`\\b(?:e-?)?${duty}s?\\b`, "i").test(text);
}

/** @returns a text with the id of the statement that says it */
export function cited({ text, source }: Pick<Said, "text" | "source">): string {
  return source.id === undefined ? text : `${text.replace(/(?<![.\s])[.\s]{1,9}$/, "")} (${source.id})`;
}

function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
