import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type DocumentKind, fixFeature, listFeatures, proposeFixes, readFeature, review } from "../../src/core.ts";
import { type Change, changedExample, context, workspace } from "../support/mutate.ts";
import { all, KINDS, windows, without } from "./fixing.ts";

type Defect = [kind: DocumentKind, name: string, change: Change];

const sections: Defect[] = (["architecture", "backend-design"] as const).flatMap((kind) =>
  (changedExample({}).documents[kind]?.markdown.allSections ?? [])
    .filter(({ depth }) => depth === 2 || depth === 3)
    .flatMap(({ title }): Defect[] => [
      [kind, `without ${title}`, lenient(without(title))],
      [kind, `misspelt ${title}`, (text) => text.replace(`# ${title}\n`, () => `# ${swap(title)}\n`)],
      [kind, `unheaded ${title}`, (text) => text.replace(new RegExp(`^#+ ${title.replace(/[/&]/g, "\\$&")}\n`, "m"), "")],
    ]),
);

const links: Defect[] = (["prd", "architecture", "backend-design"] as const).flatMap((kind): Defect[] => [
  [kind, "misspelt files", (text) => text.replaceAll("](00-research", "](00-reserch").replaceAll("](04-backend", "](04-bakend")],
  [kind, "misspelt fragments", (text) => text.replaceAll("#api-endpoints", "#api-endpoint").replaceAll("#pagination", "#paginaton")],
  [kind, "no links", (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")],
  [
    kind,
    "more links",
    (text) => `${text}\n[a][a] [b](04-backend-design.md#eror-codes) [c](#data-flwo)\n\n[a]: 02-architecture.md#data-folw\n`,
  ],
  [kind, "links to misspelt headings", (text) => `${text}\n[d](02-architecture.md#dat-aflow) [e](04-backend-design.md#erro-rcodes)\n`],
  [kind, "an open fence", (text) => `${text}\n\`\`\`\n`],
  [kind, "no last newline", (text) => text.trimEnd()],
]);

function lenient(change: Change): Change {
  return (text) => {
    try {
      return change(text);
    } catch {
      return text;
    }
  };
}

/** Two letters in the middle change places. */
function swap(title: string): string {
  const at = Math.floor(title.length / 2);
  return title.slice(0, at - 1) + title[at] + title[at - 1] + title.slice(at + 1);
}

const damaged = fc
  .record({ defects: fc.subarray([...sections, ...links], { maxLength: 8 }), isWindows: fc.boolean() })
  .map(({ defects, isWindows }) => {
    const changes: Partial<Record<DocumentKind, Change>> = {};
    for (const [kind, , change] of defects) changes[kind] = all(changes[kind] ?? ((text) => text), change);
    // A comment at the end keeps a set of defects that cancel each other from changing nothing.
    const finish: Change = (text) => (isWindows ? windows(`${text}\n<!-- -->\n`) : `${text}\n<!-- -->\n`);
    for (const kind of Object.keys(changes) as DocumentKind[]) changes[kind] = all(changes[kind] ?? ((text) => text), finish);
    return { name: defects.map(([kind, name]) => `${kind}: ${name}`), changes };
  });

describe("whatever is broken", () => {
  it("fixing brings no finding of structure, links and front matter, and fixing twice changes nothing more", () => {
    fc.assert(
      fc.property(damaged, ({ changes }) => {
        const feature = changedExample(changes);
        const before = review(feature, context).findings;
        const once = fixFeature(workspace, feature, context);
        const count = (from: typeof before, check: string) => from.filter((finding) => finding.check === check).length;
        for (const check of ["missing-section", "missing-cross-reference", "broken-link", "untraced-requirement", "front-matter"])
          expect(count(once.findings, check), check).toBeLessThanOrEqual(count(before, check));
        expect(once.rounds.length).toBeLessThan(5);
        expect(fixFeature(workspace, once.feature, context).rounds).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("every character outside of the edits stays, and line endings are not mixed", () => {
    fc.assert(
      fc.property(damaged, ({ changes }) => {
        const feature = changedExample(changes);
        const edits = proposeFixes(review(feature, context));
        for (const kind of KINDS) {
          const text = feature.documents[kind]?.markdown.text ?? "";
          const own = edits.filter((edit) => edit.kind === kind);
          const after = applyEdits(text, own);
          let [at, from] = [0, 0];
          for (const { start, end, text: added } of own) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(after.slice(at, at + start - from)).toBe(text.slice(from, start));
            at += start - from + added.length;
            from = end;
          }
          expect(after.slice(at)).toBe(text.slice(from));
          if (text.includes("\r\n")) expect(after).not.toMatch(/[^\r]\n/);
        }
      }),
      { numRuns: 40 },
    );
  });
});

it("clean documents get no edit", () => {
  for (const key of listFeatures(workspace)) expect(proposeFixes(review(readFeature(workspace, key), context))).toEqual([]);
});
