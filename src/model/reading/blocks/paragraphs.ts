import type { Flow, FlowLine } from "../../../markdown/index.ts";
import { record, recordDetail, type Scope, type Walk } from "../draft.ts";
import { beginsGiven, continuesGiven, recordGiven } from "../given.ts";
import { below, type Ground, isDeclaring, isStating, kindOn } from "../ground.ts";
import { announces, groundBelow, leavesOut, saysCriterion } from "../intros.ts";
import { itemTitle } from "../item-title.ts";
import { columnRole, titleRole } from "../lexicon.ts";
import { readLine, scopeBelow, titleOf } from "../lines.ts";
import { lineSigns, type Signs, signsOf } from "../signs.ts";
import { kindOfId, namesDocument, ownIdOf } from "./headings.ts";

type Paragraph = Extract<Flow, { form: "paragraph" }>;

/** Where the blocks below a paragraph stand. */
export interface Opened {
  /** Holds until the next label or heading. */
  scope: Scope;
  /** The paragraph made a statement of its own, to which later labels belong too. */
  states: boolean;
}

/**
 * Reads a paragraph: criteria on several lines, labels above lists, lines that each say something, or prose.
 *
 * @param scope where it stands
 * @param fresh where it stands without the label above it
 * @param heads a list, a table or a block follows
 * @returns the scope of what follows, where the paragraph opens one
 */
export function readParagraph(walk: Walk, { lines }: Paragraph, scope: Scope, fresh: Scope, heads: boolean): Opened | undefined {
  const units = unitsOf(walk, lines, fresh.ground);
  let opened: Opened | undefined;
  for (const [index, unit] of units.entries()) {
    const isLast = index === units.length - 1;
    const [first] = unit;
    if (!first) continue;
    const at = opened?.scope ?? scope;
    if (beginsGiven(walk, first) && (unit.length > 1 || signsOf(first.text, walk.reader).shape === "given")) {
      if (at.holder?.kind === "criterion") recordDetail(walk, at, { form: "paragraph", text: joined(unit).text, span: joined(unit).span });
      else {
        const draft = recordGiven(walk, unit, "paragraph", { ...at, holder: undefined, owner: at.holder ?? at.owner });
        // "Then the output holds:" goes on in the list below.
        if (isLast && heads && /[:：]$/.test(joined(unit).text)) opened = { scope: scopeBelow(at, draft), states: false };
      }
    } else opened = readUnit(walk, joined(unit), isLast && heads, opened ? opened.scope : scope, fresh) ?? opened;
  }
  return opened;
}

/** Lines that begin with a label, an id or a criterion begin anew; the others go on with the line before. */
function unitsOf(walk: Walk, lines: readonly FlowLine[], ground: Ground): FlowLine[][] {
  const units: FlowLine[][] = [];
  for (const line of lines) {
    if (line.text === "") continue;
    const last = units.at(-1);
    const given = last?.[0] && beginsGiven(walk, last[0]) ? last[0] : undefined;
    const anew = given
      ? !continuesGiven(walk, line, given) || /^given/i.test(line.bold ?? "")
      : isLabelled(line) || beginsGiven(walk, line) || startsWithId(walk, line, ground);
    if (!last || anew) units.push([line]);
    else last.push(line);
  }
  return units;
}

function isLabelled({ bold, text, wholly }: FlowLine): boolean {
  return (
    bold !== undefined &&
    (wholly ||
      /[:：]$|^\p{L}[\p{L} ]{1,24}\.$/u.test(bold) ||
      /^\s{0,3}(?:[:：]|[–—]\s)/.test(text.slice(text.indexOf(bold) + bold.length)))
  );
}

/** "**Start menu.** The bot greets the guest." */
function isNamed({ bold, text, wholly }: FlowLine): boolean {
  return !wholly && bold?.endsWith(".") === true && /\p{L}/u.test(text.slice(text.indexOf(bold) + bold.length));
}

function startsWithId(walk: Walk, line: FlowLine, ground: Ground): boolean {
  const signs = lineSigns(line, walk.reader);
  return ownIdOf(walk, signs, ground)?.separated === true || titlesInSeries(walk, signs, ground);
}

/** "FR-001 User accounts": nothing parts an id from its title, and other lines below requirements are written in the same way. */
function titlesInSeries(walk: Walk, signs: Signs, ground: Ground): boolean {
  return isStating(ground) && signs.id !== undefined && signs.text !== "" && walk.isSeries(signs.id.prefix);
}

function joined(unit: readonly FlowLine[]): FlowLine {
  const [first, last] = [unit[0] as FlowLine, unit.at(-1) as FlowLine];
  if (unit.length === 1) return first;
  const { endLine, endColumn, end } = last.span;
  return {
    ...first,
    text: unit.map(({ text }) => text).join(" "),
    source: unit.map(({ source }) => source).join("\n"),
    wholly: unit.every(({ wholly }) => wholly),
    span: { ...first.span, end, endLine, endColumn },
  };
}

function readUnit(walk: Walk, line: FlowLine, heads: boolean, scope: Scope, fresh: Scope): Opened | undefined {
  const signs = lineSigns(line, walk.reader);
  const id = ownIdOf(walk, signs, fresh.ground);
  const labelled = isLabelled(line);
  if (id && (id.separated || labelled || titlesInSeries(walk, signs, fresh.ground))) return stateLine(walk, line, signs, fresh);
  if (labelled && (signs.label?.value ?? "") === "" && !/[:：]\s*\S|\s[–—]\s\S/.test(line.text) && !isNamed(line))
    return openLabel(walk, line, signs, scope, fresh);
  if (isIdLabel(walk, signs, fresh)) return undefined;
  const item = labelled ? itemTitle(walk.reader.lexicon, line.bold ?? "") : undefined;
  if (item?.itself && (item.number !== undefined || (line.wholly && item.rest !== ""))) return stateLine(walk, line, signs, fresh);
  if (heads && (signs.introduces || announces(signs, scope.ground) || leavesOut(walk, signs)))
    return openLabel(walk, line, signs, scope, fresh);
  const form = (labelled && isStating(scope.ground)) || saysCriterion(walk, signs) ? "item" : "paragraph";
  const draft = readLine(walk, { line, form, signs }, scope);
  if (draft.role === "context" && form === "paragraph" && !signs.empty && !signs.bare && !line.link && !draft.owner)
    scope.frame.paragraphs.push(draft);
  return undefined;
}

/** `**Story 3: Preview**` and `**FR-1**: ...` make statements; what follows belongs to them. */
function stateLine(walk: Walk, line: FlowLine, signs: Signs, fresh: Scope): Opened {
  const id = ownIdOf(walk, signs, fresh.ground);
  const outer: Scope = { ...fresh, holder: fresh.frame.statement ? fresh.holder : undefined };
  if (id) {
    const draft = readLine(walk, { line, form: "item", signs }, outer);
    return { scope: scopeBelow(outer, draft), states: true };
  }
  const item = itemTitle(walk.reader.lexicon, line.text) ?? itemTitle(walk.reader.lexicon, line.bold ?? "");
  const excluded = fresh.ground.role === "exclusion";
  const draft = record(walk, outer, {
    role: excluded ? "exclusion" : "statement",
    form: "paragraph",
    text: item?.rest || signs.text,
    kind: item?.role === "story" || item?.role === "criterion" ? item.role : kindOn(fresh.ground),
    titled: item?.number === undefined ? undefined : { word: item.role === "story" ? "Story" : item.word, number: item.number },
    excluded: excluded ? `the heading "${fresh.ground.by}"` : undefined,
    normative: true,
    by: `the label "${item?.word ?? ""}"`,
    span: line.span,
  });
  return { scope: scopeBelow(outer, draft), states: true };
}

/** A label alone on its line, or a sentence that ends in a colon, says what the blocks below it are. */
function openLabel(walk: Walk, line: FlowLine, signs: Signs, scope: Scope, fresh: Scope): Opened | undefined {
  const title = titleOf(line.text);
  const item = itemTitle(walk.reader.lexicon, title);
  if (item?.itself && (item.number !== undefined || item.rest !== "")) return stateLine(walk, line, signs, fresh);
  const match = titleRole(walk.reader.lexicon, title);
  const plain = !isLabelled(line);
  const base = plain ? scope : fresh;
  const tells = match && !(match.role === "detail" || (match.detail && base.holder)) && !namesDocument(walk, title, match.phrase);
  const says = tells ? below(base.ground, match, title) : base.ground;
  const ground = groundBelow(walk, title, signs, says, base.ground);
  record(walk, scope, { role: "context", form: "paragraph", text: title, by: "it introduces what stands below it", span: line.span });
  // "Acceptance criteria:" opens those of the story above it, whatever the chapter is called.
  const opens = match?.exact === true && match.role === "criterion" && base.holder?.kind !== "criterion";
  const changed = opens || ground.role !== base.ground.role || ground.fact !== base.ground.fact;
  const root = ground.role !== base.ground.role && isDeclaring(ground) ? { title, above: base.frame.title } : base.root;
  return { scope: { ...base, ground, root, ...(changed && { holder: undefined, owner: base.holder ?? base.owner }) }, states: false };
}

/** `**ID**: FR-15` gives an id to the heading above it. */
function isIdLabel(walk: Walk, { label, full }: Signs, { frame }: Scope): boolean {
  const name = label?.name ?? /^([^:：]{1,30})[:：]/.exec(full)?.[1] ?? "";
  if (columnRole(walk.reader.lexicon, name) !== "id") return false;
  const signs = signsOf(full.slice(full.search(/[:：]/) + 1), walk.reader);
  if (!signs.id || frame.depth === 0) return false;
  const heading = frame.statement ?? frame.heading;
  if (!heading) return false;
  Object.assign(heading, {
    own: signs.id.id,
    titled: undefined,
    by: `the id ${signs.id.id}`,
    normative: true,
    kind: kindOfId(signs.id.prefix, frame.ground),
  });
  if (heading.role === "context") heading.role = "statement";
  frame.statement = heading;
  return true;
}
