import { type DocumentKind, type FixedFeature, fixFeature } from "../../src/core.ts";
import { type Change, type Changes, changedExample, context, workspace } from "../support/mutate.ts";

export const KINDS = ["prd", "research", "contracts", "architecture", "data-design", "backend-design"] as const;

/** Damages the worked example, and mends it. */
export function mend(changes: Changes): FixedFeature & { before: Record<DocumentKind, string>; after: Record<DocumentKind, string> } {
  const feature = changedExample(changes);
  const fixed = fixFeature(workspace, feature, context);
  const texts = ({ documents }: typeof feature) =>
    Object.fromEntries(KINDS.map((kind) => [kind, documents[kind]?.markdown.text ?? ""])) as Record<DocumentKind, string>;
  return { ...fixed, before: texts(feature), after: texts(fixed.feature) };
}

/** Several changes to one document, one after the other. */
export function all(...changes: Change[]): Change {
  return (text) => changes.reduce((changed, change) => change(changed), text);
}

/** Removes a section with everything under it. */
export function without(title: string): Change {
  return (text) => {
    const heading = new RegExp(`^(#+) ${title.replace(/[.*+?^$()|[\]\\/]/g, "\\$&")}\\r?\\n`, "m").exec(text);
    if (!heading) throw new Error(`no section "${title}"`);
    const rest = text.slice(heading.index + heading[0].length);
    const next = new RegExp(`^#{1,${heading[1]?.length}} `, "m").exec(withoutBlocks(rest));
    return text.slice(0, heading.index) + (next ? rest.slice(next.index) : "");
  };
}

const withoutBlocks = (text: string) => text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, " "));

export const windows: Change = (text) => text.replaceAll("\n", "\r\n");

/** What was made of a document, told by a check. */
export function foundBy({ findings }: FixedFeature, ...checks: string[]): string[] {
  return findings.filter(({ check }) => checks.includes(check)).map(({ check, message, text }) => `${check} ${message}: ${text}`);
}
