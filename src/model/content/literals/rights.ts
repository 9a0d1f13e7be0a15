import type { AlignedDocument, Place } from "../../types.ts";
import { subjectStem } from "../stems.ts";

/** What a sentence lets a role do. */
export interface Right {
  role: string;
  verb: string;
  objects: ReadonlySet<string>;
  /** As written. */
  text: string;
  place: Place;
}

/** A role by its name, and the one word by which sentences call it: `clinic_vet` is "a vet". */
export type Roles = ReadonlyMap<string, string>;

const NAMED = /\b[Rr]oles?\b[^.;\n]{0,200}/g;

/** @returns the roles that a document names as such: "Roles are `clinic_clerk` and `clinic_vet`" */
export function rolesIn({ markdown: { prose } }: AlignedDocument): Roles {
  const names = new Set(
    Array.from(prose.matchAll(NAMED)).flatMap(([text]) => Array.from(text.matchAll(/`([a-z][\w-]{2,40})`/g), ([, name = ""]) => name)),
  );
  const words = new Map([...names].map((name) => [name, name.split(/[_:-]/).at(-1) ?? name]));
  // A word that two roles share tells them not apart.
  const isOwn = (word: string) => [...words.values()].filter((other) => other === word).length === 1;
  return new Map([...words].filter(([, word]) => isOwn(word) && word.length > 2));
}

/** "A clerk opens and lists; a vet does the same and uploads certificates": a sentence that tells the rights of several roles. */
export function rightsIn({ markdown: { prose, lines }, place }: AlignedDocument, roles: Roles): Right[] {
  if (roles.size < 2) return [];
  const who = new RegExp(
    String.raw`(?:^|[;,:]\s|\.\s|\b(?:and|or)\s)(?:(?:An?|The|an?|the)\s)?(?:(?:[a-z]{3,20}\s)?(${[...roles.values()].join("|")})s?|(?:role\s)?\`(${[...roles.keys()].join("|")})\`)\s(?=[a-z])`,
    "gi",
  );
  let next = 0;
  return prose.split("\n").flatMap((line) => {
    const start = next;
    next += line.length + 1;
    if (line.length > 600 || line.startsWith("|")) return [];
    const found = [...line.matchAll(who)];
    const named = ({ 1: word = "", 2: name = word }: RegExpExecArray) => nameOf(name.toLowerCase(), roles);
    if (new Set(found.map(named)).size < 2) return [];
    const rights: Right[] = [];
    // "Agents and approvers can read": both can.
    let waiting: string[] = [];
    for (const [index, match] of found.entries()) {
      const { index: at, 0: whole } = match;
      const text = line.slice(at + whole.length, found[index + 1]?.index ?? line.length).split(/[.;](?:\s|$)/)[0] ?? "";
      const role = named(match);
      if (text.trim() === "") {
        waiting.push(role);
        continue;
      }
      const before = rights.at(-1)?.role;
      const inherited = /\b(?:the same|also|everything|all that)\b/.test(text) ? rights.filter((right) => right.role === before) : [];
      const own = text.split(/,\s(?:and\s)?|\sand\s/).flatMap((item) => {
        const right = rightOf(item);
        const span = lines.span(start + at, start + at + whole.length);
        return right ? [{ ...right, text: `${roles.get(role)} ${item.trim()}`, place: place(span) }] : [];
      });
      // "Requests and reads refunds": both verbs have the object behind the last one.
      for (let item = own.length - 2; item >= 0; item--) {
        const [right, next] = [own[item], own[item + 1]];
        if (right && next && right.objects.size === 0) right.objects = next.objects;
      }
      for (const each of [...waiting, role]) rights.push(...[...inherited, ...own].map((right) => ({ ...right, role: each })));
      waiting = [];
    }
    return rights;
  });
}

function nameOf(word: string, roles: Roles): string {
  return roles.has(word) ? word : ([...roles].find(([, own]) => own === word)?.[0] ?? "");
}

/** Words between a role and what it does. */
const FILLERS =
  /^(?:may|can|must|shall|also|only|alone|never|not|do|does|the|same|an?|all|them|it|their|its|of|in|to|for|that|everything)$/;

function rightOf(item: string): Pick<Right, "verb" | "objects"> | undefined {
  if (/\b(?:not|never|neither|cannot)\b/.test(item)) return undefined;
  const [verb, ...objects] = (item.match(/[a-z]{2,30}/g) ?? []).filter((word) => !FILLERS.test(word)).map(subjectStem);
  return verb === undefined || verb === "" ? undefined : { verb, objects: new Set(objects.filter(Boolean)) };
}
