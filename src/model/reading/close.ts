import { plainTitle } from "../../text/headings.ts";
import type { Draft, Frame, Walk } from "./draft.ts";
import { isAgainst, isDeclaring, isFact, isSetAside, kindOn } from "./ground.ts";
import { titleRole } from "./lexicon.ts";
import { signsOf } from "./signs.ts";

/** So many of the headings beside one are requirements where it is one as well. */
const SHARE = 0.5;

/** A section in which nothing was read as a statement: its heading, or its paragraphs, may be what it states. */
export function closeSection(walk: Walk, frame: Frame): void {
  closeLeaves(frame);
  // Most of a list obliges: what stands between is of the same list.
  if (frame.normative > 1 && frame.normative >= frame.unread.length) for (const draft of frame.unread) promote(draft, frame, []);
  closePending(frame);
  // Where one point of a design may demand something, so may those beside it: the section is told as a whole.
  if (frame.unread.length > 0) for (const draft of frame.described) draft.role = "unread";
  if (frame.statements > 0 || frame.statement || frame.subsections > 0) return;
  if (frame.heading && isSentence(walk, frame.heading)) {
    const { ground } = frame;
    const { duty } = signsOf(frame.heading.text, walk.reader);
    if (!isFact(ground) && !isSetAside(ground) && frame.listed === 0) {
      frame.above?.leaves.push({ frame, duty });
      if (duty && !isAgainst(ground)) promoteHeading(frame);
    }
  }
  if (frame.statements > 0) return;
  if (isDeclaring(frame.ground) || isNamedAlike(frame)) closeDeclaring(walk, frame);
  // "Security" with a sentence or two and no list: these are what is asked for.
  else if (
    (frame.ground.role === "security" || frame.ground.role === "constraint") &&
    frame.listed === 0 &&
    frame.above?.ground !== frame.ground
  )
    for (const paragraph of frame.paragraphs) promote(paragraph, frame, []);
  // "Life of a signal" below Solution, with a picture of its states and no word.
  else if (
    frame.ground.role === "scope" &&
    frame.above?.ground === frame.ground &&
    frame.pictures > 0 &&
    frame.listed + frame.paragraphs.length === 0
  )
    promoteHeading(frame);
}

/** "Self-tests" below functional requirements are a feature; the word in its name makes no tests of what stands there. */
function isNamedAlike({ ground, above }: Frame): boolean {
  return ground.role === "test" && !ground.exact && above !== undefined && isDeclaring(above.ground);
}

/** Below a heading that was itself found below requirements, what stands there tells of it. */
function closeDeclaring(walk: Walk, frame: Frame): void {
  const { ground, above, heading, paragraphs, listed } = frame;
  const inherited = frame.groups === true || (above !== undefined && above.ground === ground);
  if (!inherited || !heading) {
    if (listed === 0) for (const paragraph of paragraphs) promote(paragraph, frame, []);
    return;
  }
  if (ground.mixed) return;
  const isEmpty = listed === 0 && paragraphs.length === 0;
  // A heading that nobody has written below is a requirement where it is more than a name.
  if (isEmpty ? isNamed(walk, heading) : paragraphs.length > 0 || frame.details > 0 || frame.pictures > 0) promoteHeading(frame);
}

/** So many statements of a chapter show what its other lists are. */
const ENOUGH = 3;

/**
 * "Required fields" beside a label "Requirements", and "Profile" among sections that mostly state: where nothing is known of a heading
 * or a label, a list is what the lists beside it are.
 */
function closePending(frame: Frame): void {
  if (frame.ground.role !== undefined || frame.titles) return;
  const own = frame.unread.filter(({ role, form }) => role === "unread" && form !== "paragraph");
  const all = [...frame.pending, ...own];
  const alike = frame.depth > 1 && frame.statements >= ENOUGH && frame.statements >= all.length;
  const promoted = alike ? all : frame.declared > 1 ? own : [];
  for (const draft of promoted) promote(draft, draft.frame, []);
  frame.above?.pending.push(...all.filter(({ role }) => role === "unread"));
}

/** Headings beside requirements that are written in the same way. */
function closeLeaves(frame: Frame): void {
  const { leaves } = frame;
  if (leaves.length < 3 || leaves.filter(({ duty }) => duty).length < leaves.length * SHARE) return;
  for (const leaf of leaves) if (leaf.frame.statements === 0) promoteHeading(leaf.frame);
}

function isSentence(walk: Walk, heading: Draft): boolean {
  const text = plainTitle(heading.text);
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return (
    (words >= 4 || (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) && text.length >= 12)) &&
    titleRole(walk.reader.lexicon, text)?.exact !== true
  );
}

function isNamed(walk: Walk, heading: Draft): boolean {
  return isSentence(walk, heading) && titleRole(walk.reader.lexicon, heading.text) === undefined;
}

function promoteHeading(frame: Frame): void {
  if (frame.heading)
    promote(
      frame.heading,
      frame,
      frame.paragraphs.map(({ text }) => text),
    );
}

function promote(draft: Draft, frame: Frame, parts: string[]): void {
  const { ground } = frame;
  Object.assign(draft, {
    role: "statement",
    kind: kindOn(ground),
    by: ground.by ? `the heading "${ground.by}"` : "a word of duty",
    parts: [...draft.parts, ...parts],
    root: frame.root,
    ground,
  });
  for (let each: Frame | undefined = frame; each; each = each.above) each.statements++;
}
