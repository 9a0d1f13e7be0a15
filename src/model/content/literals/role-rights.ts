import { fileName } from "../../../text/shorten.ts";
import type { Interface, Model, Place, Value } from "../../types.ts";
import { subjectStem, subjectsOf } from "../stems.ts";
import { type Right, type Roles, rightsIn, rolesIn } from "./rights.ts";
import type { WrongRoleWords } from "./role-types.ts";

/** @returns the interfaces, and the sentences of the backend design, that let in another role than the PRD lets do it */
export function wrongRights(model: Model): WrongRoleWords[] {
  const { prd, "backend-design": design } = model.documents;
  const roles = prd && rolesIn(prd);
  if (!prd || !design || !roles || roles.size < 2) return [];
  const rights = rightsIn(prd, roles);
  const sentences = model.statements.map(({ whole }) => subjectsOf(whole));
  /** Another sentence may let in a role that the one on all of them leaves out. */
  const isNamedElsewhere = (role: string, verb: string) =>
    sentences.some((words) => words.has(subjectStem(roles.get(role) ?? "")) && words.has(verb));
  return [
    ...model.backend.interfaces.flatMap((each) => ofInterface(model, each, roles, rights, isNamedElsewhere).slice(0, 1)),
    ...ofSentences(rightsIn(design, roles), rights),
  ];
}

/** Who may do something, and where it is said. */
interface Allowed {
  roles: readonly string[];
  /** Empty where the statement is about the whole of an interface. */
  verb: string;
  place: Place;
  source: string;
  ids: string[];
}

function ofInterface(
  model: Model,
  each: Interface,
  roles: Roles,
  rights: readonly Right[],
  isNamed: (role: string, verb: string) => boolean,
): WrongRoleWords[] {
  const auth = Object.entries(each.values).find(([label]) => /^(?:auth|access|permission)/i.test(label))?.[1];
  const own = auth ? [...roles.keys()].filter((role) => auth.source.includes(`\`${role}\``)) : [];
  // A role by another name is told as that, and may be the one that lacks.
  const isRenamed = auth?.codes.some((code) => /^[a-z]+(?:[_-][a-z]+)+$/.test(code) && !roles.has(code));
  if (!auth || isRenamed || own.length === 0) return [];
  const { Purpose: purpose } = each.values;
  const about = new Set([...subjectsOf(purpose?.text ?? ""), ...wordsOf(each.name)]);
  const allowed = [...onlyBy(model, purpose, roles), ...byRight(model, each.name, about, rights)];
  return allowed.flatMap(({ roles: expected, verb, place, source, ids }) => {
    const isSame =
      own.every((role) => expected.includes(role) || (verb !== "" && isNamed(role, verb))) && expected.every((role) => own.includes(role));
    return isSame
      ? []
      : [{ found: own.join(" or "), place: auth.place, subject: each.name, expected: expected.join(" or "), related: place, source, ids }];
  });
}

/** "Only a registry auditor decides a dispute", of the one statement that an interface is there for. */
function onlyBy({ requirements }: Model, purpose: Value | undefined, roles: Roles): Allowed[] {
  const cited = requirements.filter(
    ({ id }) => purpose && new RegExp(`(?<![\\w-])${id.replace(/[^\w-]/g, ".")}(?![\\w-])`).test(purpose.text),
  );
  const [only, ...others] = cited;
  if (!only || others.length > 0) return [];
  const subject =
    /\bOnly\s(?:an?\s|the\s)?((?:[a-z]{3,20}\s){0,2}[a-z]{3,20})s?\s(?:may\s|can\s)?[a-z]{3,20}s?\b/.exec(only.text)?.[1] ?? "";
  const named = [...roles]
    .filter(([, word]) => subject.split(" ").some((each) => subjectStem(each) === subjectStem(word)))
    .map(([role]) => role);
  return named.length === 0 ? [] : [{ roles: named, verb: "", place: only.place, source: only.id, ids: [only.id] }];
}

/** What the PRD lets some roles do by a verb that stands in the interface with its object, or by an object that is of this verb alone. */
function byRight({ backend }: Model, name: string, about: ReadonlySet<string>, rights: readonly Right[]): Allowed[] {
  const isRead = /^GET\s/.test(name);
  const path = wordsOf(name);
  const isRare = (word: string) => backend.interfaces.filter((each) => wordsOf(each.name).has(word)).length <= SOME;
  const isOwn = ({ verb, objects }: Right) =>
    [...objects].some((word) => path.has(word) && isRare(word) && rights.every((other) => other.verb === verb || !other.objects.has(word)));
  return rights
    .filter((right) => (about.has(right.verb) ? right.objects.size === 0 || sharesOne(right.objects, about) : !isRead && isOwn(right)))
    .map((right) => ({
      roles: allowedTo(right, rights),
      verb: right.verb,
      place: right.place,
      source: fileName(right.place.file),
      ids: [],
    }));
}

/** A word of more interfaces is the subject of the feature. */
const SOME = 2;

function wordsOf(name: string): ReadonlySet<string> {
  return subjectsOf(name.replace(/\{[^{}]{0,60}\}|[/_-]/g, " "));
}

function ofSentences(designed: readonly Right[], rights: readonly Right[]): WrongRoleWords[] {
  const told = new Set<string>();
  return designed.flatMap((right) => {
    const asked = rights.find(
      (each) => each.verb === right.verb && (each.objects.size === 0 || right.objects.size === 0 || sharesOne(each.objects, right.objects)),
    );
    if (!asked || told.has(right.verb)) return [];
    told.add(right.verb);
    const [own, expected] = [allowedTo(right, designed), allowedTo(asked, rights)];
    if (own.length === expected.length && own.every((role) => expected.includes(role))) return [];
    return [
      {
        found: own.join(" or "),
        place: right.place,
        subject: right.text,
        expected: expected.join(" or "),
        related: asked.place,
        source: fileName(asked.place.file),
        ids: [],
      },
    ];
  });
}

function allowedTo({ verb, objects }: Right, rights: readonly Right[]): string[] {
  const alike = rights.filter(
    (each) => each.verb === verb && (objects.size === 0 || each.objects.size === 0 || sharesOne(objects, each.objects)),
  );
  return [...new Set(alike.map(({ role }) => role))];
}

function sharesOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((word) => b.has(word));
}
