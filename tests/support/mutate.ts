import { type DocumentKind, type Feature, loadContext, openWorkspace, type Review, readFeature, review, withText } from "../../src/core.ts";

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
export const workspace = openWorkspace(".");
export const context = loadContext(workspace.root, workspace.config);

const known = new Map<string, Feature>();

/** A worked example as it stands: read once, since nothing changes a feature that was read. */
function clean(feature: string): Feature {
  const found = known.get(feature) ?? readFeature(workspace, { ...KEY, feature });
  known.set(feature, found);
  return found;
}

export type Change = (text: string) => string;

export type Changes = Partial<Record<DocumentKind, Change | undefined>>;

/** Reviews a worked example, that of refunds where none is named, with changes to its documents; nothing is written. A change that changes nothing is an error. */
export function reviewChanged(changes: Changes, example?: string): Review {
  return review(changedExample(changes, example), context);
}

/** The worked example with changes to its documents, as if they had been saved. */
export function changedExample(changes: Changes, example = KEY.feature): Feature {
  const original = clean(example);
  let feature = original;
  for (const [kind, change] of Object.entries(changes) as [DocumentKind, Change | undefined][]) {
    const before = original.documents[kind]?.markdown.text ?? "";
    if (!change) {
      const { [kind]: _, ...documents } = feature.documents;
      feature = { ...feature, documents };
      continue;
    }
    const after = change(before);
    if (after === before) throw new Error(`the change to ${kind} changes nothing`);
    feature = withText(workspace, feature, kind, after);
  }
  return feature;
}

/** @returns the findings as `check message line`, without those that the length of the document brings. */
export function told({ findings }: Review): string[] {
  return findings.filter(({ check }) => check !== "line-count").map(({ check, message, place }) => `${check} ${message} ${place.line}`);
}
