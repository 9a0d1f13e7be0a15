import type { Flow } from "../../../markdown/index.ts";
import { plainTitle } from "../../../text/headings.ts";
import { isKnownPrefix } from "../../requirements/ids.ts";
import { type Frame, type Root, record, type Scope, type Walk } from "../draft.ts";
import { freshCounts } from "../frames.ts";
import { below, type Ground, isAgainst, isDeclaring, isSetAside, isStating, kindOn } from "../ground.ts";
import { type ItemTitle, itemTitle } from "../item-title.ts";
import { titleRole } from "../lexicon.ts";
import { type Signs, signsOf } from "../signs.ts";
import { phraseIn } from "../words.ts";
import { idBehind } from "./ids-behind.ts";

type Heading = Extract<Flow, { form: "heading" }>;

/**
 * Opens the section of a heading.
 *
 * @param isTitle it is the document's title, which says nothing of what stands below it
 * @param marked what a comment above it says that it is
 */
export function openSection(walk: Walk, heading: Heading, above: Frame, isTitle: boolean, marked?: Ground["role"]): Frame {
  const title = plainTitle(heading.line.text);
  const stated = isTitle ? undefined : statedBy(walk, heading, above);
  const match = isTitle || stated ? undefined : titleRole(walk.reader.lexicon, heading.line.text);
  const groups = !stated && !isTitle && isGroup(walk, heading, above);
  const found = isPhase(walk, heading, above) ? above.ground : below(above.ground, match, title);
  const ground = marked
    ? { role: marked, by: title, exact: true }
    : groups && found.role === undefined
      ? { role: "requirement" as const, by: title, exact: false }
      : match && namesDocument(walk, title, match.phrase)
        ? { ...found, whole: true }
        : found;
  const frame: Frame = {
    title: heading.line.text,
    depth: heading.depth,
    line: heading.line.span.line,
    span: heading.line.span,
    ground,
    root: rootOf(ground, above, title),
    above,
    ...freshCounts(),
    groups,
    titles: isTitle,
  };
  above.subsections++;
  if (stated) stateHeading(walk, heading, frame, stated);
  else
    frame.heading = record(walk, scopeOf(above), {
      role: "context",
      form: "heading",
      text: frame.title,
      by: "it is a heading",
      span: frame.span,
      frame,
    });
  return frame;
}

/** "Phase 1: basic features" in a plan says when, whatever it names. */
function isPhase({ reader: { words } }: Walk, { line }: Heading, { ground }: Frame): boolean {
  return isAgainst(ground) && words.opens("phase", line.text.replace(/^[\s\d.)]{1,9}/, ""));
}

/** "Product Requirements Document" holds background, plans and requirements alike. */
export function namesDocument({ reader: { words } }: Walk, title: string, phrase: string): boolean {
  return phraseIn(words, "document", title)?.includes(phrase) === true;
}

/** "Feature 2: Weather" and "Epic: Harvest" group requirements, and where none stands below are one. */
function isGroup(walk: Walk, { line }: Heading, { ground }: Frame): boolean {
  const item = itemTitle(walk.reader.lexicon, line.text);
  if (item?.role !== "requirement" || item.itself || isAgainst(ground) || isSetAside(ground)) return false;
  return item.number !== undefined || item.rest !== "";
}

/** A section that nothing is known of names its own statements; so does one that says what it holds. */
function rootOf(ground: Ground, above: Frame, title: string): Root {
  if (ground.role === undefined) return { title, above: above.title };
  return ground.role === above.ground.role || (!isDeclaring(ground) && isStating(above.ground))
    ? above.root
    : { title, above: above.title };
}

interface StatedHeading {
  signs: Signs;
  own: Signs["id"];
  item?: ItemTitle;
}

/** @returns how a heading makes a statement, where it does: by an id, a number, a name, or as a story. */
function statedBy(walk: Walk, { line }: Heading, above: Frame): StatedHeading | undefined {
  const signs = signsOf(line.text, walk.reader);
  // A heading is an id and its title, whatever stands between them.
  const own = ownIdOf(walk, signs.id ? { ...signs, id: { ...signs.id, separated: true } } : signs, above.ground);
  if (own) return { signs, own };
  const behind = idBehind(walk, line.text, above);
  if (behind) return { signs: { ...signs, text: behind.rest }, own: behind };
  const item = itemTitle(walk.reader.lexicon, line.text);
  const isItem = item?.itself === true && (item.number !== undefined || item.rest !== "") && !isTopic(item.rest);
  return isItem || signs.shape === "story" ? { signs, own: undefined, item: isItem ? item : undefined } : undefined;
}

function stateHeading(walk: Walk, { line }: Heading, frame: Frame, { signs, own, item }: StatedHeading): void {
  const above = frame.above ?? frame;
  const { ground } = above;
  const excluded = line.struck || signs.excluded || ground.role === "exclusion";
  const statement = record(walk, scopeOf(above), {
    role: ground.role === "aside" ? "context" : excluded ? "exclusion" : "statement",
    form: "heading",
    text: item ? item.rest || line.text : signs.text,
    kind: own ? kindOfId(own.prefix, ground) : kindOfItem(item?.role, ground),
    own: own?.id,
    titled: item?.number === undefined ? undefined : { word: item.role === "story" ? "Story" : item.word, number: item.number },
    excluded: excluded ? reasonOf(line.struck, signs, ground) : undefined,
    normative: true,
    by: own ? `the id ${own.id}` : item ? `the heading "${item.word}"` : "the shape of a user story",
    span: line.span,
    frame,
  });
  if (ground.role !== "aside") frame.statement = statement;
}

/** "Requirements: overview" names no requirement. */
function isTopic(rest: string): boolean {
  return /^(?:overview|summary|list|general|introduction)$/i.test(rest);
}

/** @returns the id of a line, where it counts as one on this ground. */
export function ownIdOf(walk: Walk, { id }: Signs, ground: Ground): Signs["id"] {
  if (!id) return undefined;
  return id.known || (id.separated && (walk.countsAsId(id.prefix, ground) || (id.marked === true && isDeclaring(ground)))) ? id : undefined;
}

/** @returns why a line is excluded, in words. */
export function reasonOf(struck: boolean, signs: Signs, ground: Ground): string {
  if (struck) return "it is struck out";
  return isSetAside(ground) ? `the heading "${ground.by}"` : signs.excluded ? "it says so itself" : "";
}

/** @returns the kind of a statement by its id's prefix, and where that is the team's own, by the shape of its words. */
export function kindOfId(prefix: string, ground: Ground, shaped?: "story" | "criterion") {
  if (/^(?:НФТ|НФ|RNF|NFR|NF|NREQ|NONFUNC|QR|PERF|SEC|REL|AVAIL|USAB|OPS)(?:$|[-_])|[-_](?:NF|NFR|N|Q|P)$/.test(prefix))
    return "non-functional";
  if (/^(?:US|STORY|UC)$/.test(prefix)) return "story";
  if (/^(?:AC|SC)$/.test(prefix)) return "criterion";
  if (shaped !== undefined && !isKnownPrefix(prefix)) return shaped;
  return ground.role === "non-functional" || ground.role === "constraint" ? "non-functional" : "functional";
}

function kindOfItem(role: "requirement" | "story" | "criterion" | undefined, ground: Ground) {
  if (role === "story" || role === "criterion") return role;
  return isStating(ground) && ground.role !== "criterion" && ground.role !== "story" ? kindOn(ground) : "functional";
}

/** @returns where the blocks of a section stand. */
export function scopeOf(frame: Frame): Scope {
  const owner = nearest(frame);
  return { frame, ground: frame.ground, root: frame.root, holder: holderOf(frame), owner };
}

function nearest(frame: Frame | undefined): Frame["statement"] {
  for (let each = frame; each; each = each.above) if (each.statement) return each.statement;
  return undefined;
}

/** Below a statement's heading all belongs to it, until a heading of another role. */
function holderOf(frame: Frame): Scope["holder"] {
  for (let each: Frame | undefined = frame; each; each = each.above) {
    if (each.statement) return each.statement;
    if (each.above?.ground !== each.ground) return undefined;
  }
  return undefined;
}
