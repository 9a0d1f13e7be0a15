import type { HeadingRole } from "../../config/heading-roles.ts";
import type { FlowLine } from "../../markdown/index.ts";
import { plainTitle } from "../../text/headings.ts";
import { isKnownPrefix } from "../requirements/ids.ts";
import { kindOfId, ownIdOf, reasonOf } from "./blocks/headings.ts";
import { type Draft, record, recordDetail, type Scope, type Walk } from "./draft.ts";
import { below, isAgainst, isDesign, isFact, isGeneral, isSetAside, isStating, kindOn } from "./ground.ts";
import { isPictured } from "./pictured.ts";
import type { Signs } from "./signs.ts";
import { behaves, isInSection, isPointing, QUANTITY, tells } from "./tells.ts";
import { ENOUGH, type Form, weigh } from "./weigh.ts";

/** A line that may be a statement: an item, a row, a line of a paragraph. */
export interface Candidate {
  line: FlowLine;
  form: Form;
  signs: Signs;
  shown?: number;
  ordered?: boolean;
}

/** @returns the scope of what stands below a line. */
export function scopeBelow(scope: Scope, draft: Draft | undefined): Scope {
  return draft && (draft.role === "statement" || draft.role === "exclusion") ? { ...scope, holder: draft, owner: draft } : scope;
}

/** Decides what one line is, and records it. */
export function readLine(walk: Walk, candidate: Candidate, scope: Scope): Draft {
  const { line, form, signs } = candidate;
  const id = ownIdOf(walk, signs, scope.ground);
  const given = { form, text: textOf(signs, id), span: line.span } as const;
  if (scope.holder && !id && !standsAlone(signs, scope))
    return refines(walk, candidate, scope) ? refine(walk, candidate, scope) : detail(walk, candidate, scope);
  const said = labelledGround(signs, scope);
  const ground = said.lists && form === "paragraph" ? { ...said, role: "context" as const } : said;
  if (ground.role === "context" && isStating(scope.ground)) scope.frame.details++;
  if (ground.role === "exclusion" || line.struck || (signs.excluded && !signs.duty && !id))
    return record(walk, scope, {
      ...given,
      role: signs.empty ? "context" : "exclusion",
      own: id?.id,
      kind: id ? kindOfId(id.prefix, ground) : "functional",
      excluded: reasonOf(line.struck, signs, ground),
      by: reasonOf(line.struck, signs, ground),
    });
  if ((ground.role === "risk" || ground.role === "question") && id && !isKnownPrefix(id.prefix))
    return record(walk, scope, { ...given, role: ground.role, by: `the heading "${ground.by}"` });
  const elsewhere = (line.link && !standsFor(line, id)) || isPictured(line);
  const { weight, by } = weigh(id ? { ...signs, bare: signs.bare && elsewhere } : { ...signs, id: undefined }, ground, form);
  if (weight >= ENOUGH && !elsewhere) return state(walk, candidate, { ...scope, ground }, id, by);
  const role = otherwise(walk, candidate, { ...scope, ground });
  const draft = record(walk, scope, { ...given, role, by: ground.by ? `the heading "${ground.by}"` : "nothing above it is known" });
  if (role === "context" && form !== "paragraph" && mayDemand(walk, ground, scope.frame)) scope.frame.described.push(draft);
  return draft;
}

/** A link that names a requirement by its id stands for it, where its text is in a document of its own. */
function standsFor({ source }: FlowLine, id: Signs["id"]): boolean {
  return id !== undefined && !/\]\(\s{0,4}#/.test(source);
}

const TELLING: ReadonlySet<HeadingRole> = new Set<HeadingRole>([
  "non-functional",
  "constraint",
  "security",
  "story",
  "criterion",
  "exclusion",
  "aside",
  "risk",
  "question",
]);

/** `Out of scope: refunds` and `Performance: within 200 ms` say in one line what a heading would; amid context only what sets aside. */
function labelledGround({ label }: Signs, { ground }: Scope): Scope["ground"] {
  if (!label?.match.exact || label.value === "") return ground;
  if (label.match.role === "detail" || (label.match.detail && isStating(ground)))
    return isStating(ground) ? { role: "context", by: label.name, exact: true } : ground;
  // "Database: answers within 1 s" is about the word, not of its kind.
  if (isStating(ground) && !TELLING.has(label.match.role)) return ground;
  const says = below(ground, label.match, label.name);
  const opens = label.match.role === "story" || label.match.role === "criterion" || isSetAside(says);
  return isStating(ground) || opens ? says : ground;
}

function state(walk: Walk, { line, form, signs, shown }: Candidate, scope: Scope, id: Signs["id"], by: string): Draft {
  const { ground } = scope;
  const excluded = signs.excluded && !signs.duty;
  const shaped = signs.shape === "story" ? "story" : signs.shape === "given" ? "criterion" : undefined;
  return record(walk, scope, {
    role: excluded ? "exclusion" : "statement",
    form,
    text: textOf(signs, id),
    kind: id ? kindOfId(id.prefix, ground, shaped) : (shaped ?? kindOn(ground)),
    own: id?.id,
    shown,
    ground,
    excluded: excluded ? "it says so itself" : undefined,
    shape: signs.shape,
    normative: signs.duty || signs.shape !== undefined || id !== undefined || (ground.role === undefined && (signs.action || signs.able())),
    by,
    span: line.span,
  });
}

function detail(walk: Walk, { line, form, signs }: Candidate, scope: Scope): Draft {
  const { holder } = scope;
  const priority = signs.label?.match.detail ? signs.label.value : "";
  if (holder && priority !== "" && priority.length < 20 && /^(?:won'?t|wont have|won’t)/i.test(priority)) {
    holder.role = "exclusion";
    holder.excluded = "its priority says so";
  }
  // "Requirement 3" with its story below is one statement.
  if (holder?.titled && holder.form === "heading" && isStory(signs)) holder.kind = "story";
  return recordDetail(walk, scope, { form, text: signs.full, span: line.span });
}

function isStory({ shape, label }: Signs): boolean {
  return shape === "story" || label?.match.role === "story";
}

/** Below a statement only that is one itself which says so: a criterion, a story, a condition with a duty. */
function standsAlone({ shape, label }: Signs, { holder }: Scope): boolean {
  if (label?.match.role === "story" && holder?.titled) return false;
  if (label?.match.exact && label.match.role === "exclusion" && label.match.phrase.length > 5) return label.value !== "";
  if (label?.match.role === "story" || label?.match.role === "criterion") return label.value !== "" && holder?.kind !== "criterion";
  return (shape === "given" || shape === "ears") && holder?.kind !== "criterion";
}

/** An item below a story that has been told in a sentence says what has to hold for it. */
function refines(walk: Walk, { form, line, signs }: Candidate, { holder }: Scope): boolean {
  // "The system shall ..." below a story, whatever stands between them.
  if (holder?.kind === "story" && form === "item" && signs.binding && !signs.label) return true;
  if (holder?.shape !== "story" || holder.titled || form !== "item" || signs.label || signs.question || signs.empty || line.link)
    return false;
  return signs.duty || behaves(walk, signs) || /^.{20,}[.;。]$/s.test(signs.text);
}

function refine(walk: Walk, { line, form, signs }: Candidate, scope: Scope): Draft {
  return record(
    walk,
    { ...scope, owner: scope.holder },
    {
      role: "statement",
      form,
      text: signs.full,
      kind: "criterion",
      normative: true,
      by: "it stands below a story",
      span: line.span,
    },
  );
}

function textOf(signs: Signs, id: Signs["id"]): string {
  return id || !signs.id ? signs.text : signs.full;
}

function mayDemand({ reader: { words } }: Walk, ground: Scope["ground"], frame: Scope["frame"]): boolean {
  return isDesign(words, ground) || isGeneral(words, ground, plainTitle(frame.title));
}

/** What a line is that is no statement. */
function otherwise(walk: Walk, { signs, form, line }: Candidate, { ground, frame }: Scope): Draft["role"] {
  if (signs.empty || signs.bare || line.link) return "context";
  if (signs.question) return "question";
  if (ground.role === "flow") return form === "item" ? "step" : form === "paragraph" && tells(signs) ? "unread" : "context";
  if (isFact(ground)) return ground.role as Draft["role"];
  if (ground.role === "risk" || ground.role === "question") return ground.role;
  // A heading that holds the word among others may be about something else.
  if (isAgainst(ground) && (signs.binding || (signs.obliged && !ground.exact && form !== "paragraph"))) return "unread";
  if (form !== "paragraph" && mayDemand(walk, ground, frame) && (signs.obliged || behaves(walk, signs))) return "unread";
  if (isSetAside(ground) && !ground.exact && signs.binding) return "unread";
  // A sentence with a quantity, below a heading that nothing is known of, may demand it.
  if (form === "paragraph" && (ground.role === undefined || isStating(ground)))
    return isInSection(frame) && !signs.introduces && !isPointing(signs, walk) && (QUANTITY.test(signs.text) || tells(signs))
      ? "unread"
      : "context";
  if (isAgainst(ground) || isSetAside(ground) || form === "paragraph" || isStating(ground)) return "context";
  return "unread";
}

/** @returns the title of a group, without the colon that ends it. */
export function titleOf(text: string): string {
  return plainTitle(text).replace(/[:：]\s*$/, "");
}
