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
  return [...bySection].flatMap(([frame, found]): UnreadPart[] => {
    const whole = found.length > 1 && frame.depth > 0;
    if (!whole) return found.map((draft) => ({ title: frame.title, whole: false, blocks: 1, text: draft.text, place: place(draft.span) }));
    return [{ title: frame.title, whole, blocks: found.length, text: found[0]?.text ?? "", place: place(frame.span) }];
  });
}
