import type { Place } from "../../findings/finding.ts";
import type { Span } from "../../markdown/index.ts";
import type { UnreadPart } from "../types.ts";
import type { Draft, Frame } from "./draft.ts";

/** @returns what looks normative and was not understood: sections once, single blocks otherwise. */
export function unreadIn(drafts: readonly Draft[], place: (span: Span) => Place): UnreadPart[] {
  const bySection = new Map<Frame, Draft[]>();
  for (const draft of drafts) {
    if (draft.role !== "unread") continue;
    const found = bySection.get(draft.frame);
    if (found) found.push(draft);
    else bySection.set(draft.frame, [draft]);
  }
  return [...bySection].flatMap(([frame, all]): UnreadPart[] => {
    // Beside statements a sentence is likely one as well.
    const found = frame.statements > 0 ? all.filter(({ text }) => isSentence(text)) : looksNormative(all);
    const whole = found.length > 1 && frame.depth > 0;
    if (!whole) return found.map((draft) => ({ title: frame.title, whole: false, blocks: 1, text: draft.text, place: place(draft.span) }));
    return [{ title: frame.title, whole, blocks: found.length, text: found[0]?.text ?? "", place: place(frame.span) }];
  });
}

/** So many of the blocks of a section are sentences where it may demand something; several need a smaller share. */
const SHARE = { one: 2, several: 3 };

/** Sentences may be statements; lists of names, of paths and of pairs are none. */
function looksNormative(drafts: readonly Draft[]): readonly Draft[] {
  const sentences = drafts.filter(({ text }) => isSentence(text));
  return sentences.length * (sentences.length > 1 ? SHARE.several : SHARE.one) >= drafts.length ? sentences : [];
}

function isSentence(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const unspaced = (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length;
  return words.length >= 3 || unspaced >= 8;
}
