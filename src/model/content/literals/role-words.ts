import { once } from "../../../text/once.ts";
import { fileName } from "../../../text/shorten.ts";
import type { Interface, Model, Place, Value } from "../../types.ts";
import { subjectStem, subjectsOf } from "../stems.ts";

/** Whom an interface lets in, where a statement lets in somebody else. */
export interface WrongRoleWords {
  /** The words of the interface. */
  found: string;
  place: Place;
  subject: string;
  expected: string;
  related: Place;
  /** The id of the statement, or the file. */
  source: string;
  ids: string[];
}

/** Whom something is kept for, in a statement. */
interface Kept {
  role: string;
  object: string;
  place: Place;
  source: string;
  ids: string[];
}

const CHANGES = "manage|write|create|change|edit|delete|remove|update|maintain|publish|approve";
/** "Only administrators manage templates." */
const ONLY = new RegExp(
  String.raw`\b[Oo]nly (?:an? |the )?([a-z]{3,30}(?:[ -][a-z]{3,30})?) (?:may |can |must )?(?:${CHANGES})s? (?:the |an? |all |their )?([a-z]{3,30})\b`,
);
/** "Templates are written by administrators only." */
const BY =
  /\b([A-Z][a-z]{2,30}) are (?:only )?(?:managed|written|created|changed|edited|deleted|removed|updated|maintained|published|approved) (?:only )?by ([a-z]{3,30}(?: (?!only)[a-z]{3,30})?)(?: only)?\b/;
/** "Children MUST be able to see ...": they are let in. */
const ABLE = /^\W{0,4}(?:The |An? )?([A-Z][a-z]{2,30}(?: [a-z]{3,30})?) (?:MUST|SHALL|SHOULD|must|shall|should) be able to\b/;
/** Everybody is one of them. */
const ANYBODY = /^(?:users?|systems?|people|persons?|clients?|callers?|customers? and|anyone|team members?)$/i;
const CHANGING = /^(?:POST|PUT|PATCH|DELETE)\s/;

/** What guards, and who is meant by the words before it. */
const NO_ROLE =
  /\b(?:is|are|not|may|except|unless|refused|none|public|any|anyone|everyone|see|same|as|with|tokens?|cookies?|sessions?|keys?|bearer|basic|signatures?|scopes?|roles?|network|internal|required|authenticated|signed|logged|caller|owner)\b/i;

/** @returns interfaces whose words on authorization name nobody whom the PRD, the contracts or their own document name for it */
export function wrongRoleWords(model: Model): WrongRoleWords[] {
  const { prd, contracts } = model.documents;
  const kept = [...keptInRequirements(model), ...keptInDesign(model)];
  const known = once(() => subjectsOf(personsIn([prd, contracts].map((document) => document?.markdown.prose ?? "").join("\n"))));
  const agreed = new Map(model.contracts.interfaces.map((each) => [each.name, each]));
  return model.backend.interfaces.flatMap((each) => {
    const auth = authorizationOf(each);
    const found = auth && wordsOf(auth);
    if (!auth || !found) return [];
    // A word that the inputs do not use may be another one for the same people.
    if (![...subjectsOf(personsIn(found))].every((stem) => known().has(stem))) return [];
    const twin = agreed.get(each.name);
    const [first] = [...departingFrom(each, found, kept), ...shutOut(model, each, found), ...(twin ? otherThan(twin, found) : [])];
    return first ? [{ ...first, found, subject: each.name, place: auth.place }] : [];
  });
}

type Expected = Pick<WrongRoleWords, "expected" | "related" | "source" | "ids">;

function authorizationOf({ values }: Interface): Value | undefined {
  return Object.entries(values).find(([label]) => /^(?:auth|access|permission)/i.test(label))?.[1];
}

/** The part behind the last semicolon, where it is words and no names of code. */
function wordsOf({ text, source }: Value): string | undefined {
  const words = text.split(";").at(-1)?.trim().replace(/\.$/, "") ?? "";
  const isNamed = source.split(";").at(-1)?.includes("`");
  return !isNamed && /^[A-Za-z][a-z]{2,30}(?:,? [a-z]{1,30}){0,8}$/.test(words) && !NO_ROLE.test(words) ? words : undefined;
}

function departingFrom({ name }: Interface, found: string, kept: readonly Kept[]): Expected[] {
  if (!CHANGING.test(name)) return [];
  const about = subjectsOf(name.replace(/[/{}-]/g, " "));
  return kept
    .filter(({ object, role }) => about.has(subjectStem(object)) && !sharesAny(role, found))
    .map(({ role, place, source, ids }) => ({ expected: role, related: place, source, ids }));
}

/** Somebody who shall be able to do it, where the interface is for others only. */
function shutOut({ requirements }: Model, { values }: Interface, found: string): Expected[] {
  // The PRD tells both apart.
  const isApart = requirements.some(({ text }) => sharesAny(ableIn(text) ?? "", found));
  if (!/\bonly\b/i.test(found) || !isApart) return [];
  const said = Object.values(values).map(({ text }) => text);
  return requirements.flatMap(({ id, text, place }) => {
    const role = ableIn(text);
    if (role === undefined || ANYBODY.test(role) || sharesAny(role, found)) return [];
    return said.some((each) => cites(each, id)) ? [{ expected: role.toLowerCase(), related: place, source: id, ids: [id] }] : [];
  });
}

function otherThan(twin: Interface, found: string): Expected[] {
  const auth = authorizationOf(twin);
  const expected = auth && wordsOf(auth);
  if (!expected || sharesAny(expected, found)) return [];
  return [{ expected, related: auth.place, source: fileName(auth.place.file), ids: [] }];
}

function keptInRequirements({ requirements }: Model): Kept[] {
  return requirements.flatMap(({ id, whole, place }) => keptIn(whole).map((kept) => ({ ...kept, place, source: id, ids: [id] })));
}

function keptInDesign({ documents }: Model): Kept[] {
  const document = documents["backend-design"];
  if (!document) return [];
  const { prose, lines } = document.markdown;
  let next = 0;
  return prose.split("\n").flatMap((line) => {
    const start = next;
    next += line.length + 1;
    const place = () => document.place(lines.span(start, start + line.length));
    return keptIn(line).map((kept) => ({ ...kept, place: place(), source: fileName(document.file), ids: [] }));
  });
}

function keptIn(text: string): Pick<Kept, "role" | "object">[] {
  if (!/\bonly\b/i.test(text) || text.length > 2000) return [];
  const [, role, object] = ONLY.exec(text) ?? [];
  if (role !== undefined && object !== undefined) return [{ role, object }];
  const by = BY.exec(text);
  return by?.[1] !== undefined && by[2] !== undefined && /\bonly\b/.test(by[0]) ? [{ role: by[2], object: by[1].toLowerCase() }] : [];
}

function cites(text: string, id: string): boolean {
  const at = text.indexOf(id);
  return at !== -1 && !/[\w-]/.test(text[at + id.length] ?? "") && !/[\w-]/.test(text[at - 1] ?? "");
}

function ableIn(text: string): string | undefined {
  return ABLE.exec(text.replace(/^[\w.-]{1,12}:\s/, ""))?.[1];
}

function sharesAny(a: string, b: string): boolean {
  const stems = subjectsOf(personsIn(b));
  return [...subjectsOf(personsIn(a))].some((stem) => stems.has(stem));
}

function personsIn(text: string): string {
  return text
    .toLowerCase()
    .replace(/\bchildren\b/g, "child")
    .replace(/\b(?:only|itself|themselves|family|their|own)\b/g, " ");
}
