import { describe, expect, it } from "vitest";
import type { Change } from "../support/mutate.ts";
import { foundBy, mend, windows } from "./fixing.ts";

const drawing =
  (text: string, before = ""): Change =>
  (document) =>
    document.replace("## Technical Risks", () => `${text.replace(/^/gm, before)}\n\n## Technical Risks`);

const block = (...lines: string[]) => `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\``;

describe("what stands between a diagram and its picture is mended", () => {
  it.each([
    [
      "labels with brackets, arrows that are too short",
      block("flowchart LR", "  api[Refund API (public)] -> worker", "  worker --> api"),
      block("flowchart LR", '  api["Refund API (public)"] --> worker', "  worker --> api"),
    ],
    [
      "a semicolon in a message",
      block("sequenceDiagram", "  A->>B: ask; then wait", "  B-->>A: answer"),
      block("sequenceDiagram", "  A->>B: ask#59; then wait", "  B-->>A: answer"),
    ],
    ["a comment of another language", block("flowchart LR", "  a --> b // usual"), block("flowchart LR", "%% usual", "  a --> b")],
    ["the kind of diagram, misspelt", block("flowchat LR", "  a --> b"), block("flowchart LR", "  a --> b")],
  ])("%s", (_, wrong, right) => {
    const { after, before, ...fixed } = mend({ architecture: drawing(wrong) });
    expect(after.architecture).toBe(before.architecture.replace(wrong, () => right));
    expect(foundBy(fixed, "invalid-diagram")).toEqual([]);
  });

  it("in a list, in a quote, and with Windows lines", () => {
    const wrong = block("flowchart LR", "  a[x (y)] --> b");
    const right = block("flowchart LR", '  a["x (y)"] --> b');
    const listed = mend({ architecture: (text) => windows(drawing(`- a part\n\n${wrong.replace(/^/gm, "  ")}`)(text)) });
    expect(listed.after.architecture).toBe(listed.before.architecture.replace(/a\[x \(y\)\]/, 'a["x (y)"]'));
    const quoted = mend({ architecture: drawing(wrong, "> ") });
    expect(quoted.after.architecture).toBe(quoted.before.architecture.replace(wrong.replace(/^/gm, "> "), right.replace(/^/gm, "> ")));
  });
});

describe("what a person must decide stays as it is", () => {
  it.each([
    ["an end that is missing", block("flowchart LR", "  subgraph stores", "  a --> b")],
    ["a direction that nobody knows", block("flowchart DOWN", "  a --> b")],
    ["a label without its bracket", block("flowchart LR", "  a[Refund API --> b", "  b --> c")],
    ["a sentence between the lines", block("sequenceDiagram", "  A->>B: ask", "  Then B thinks about it.")],
    ["a label with brackets, and what nobody can guess", block("flowchart LR", "  a[x (y)] --> b", "  c ~~~~> ((( d")],
  ])("%s", (_, wrong) => {
    const { after, before, ...fixed } = mend({ architecture: drawing(wrong) });
    expect(after.architecture).toBe(before.architecture);
    expect(foundBy(fixed, "invalid-diagram")).toHaveLength(1);
  });
});
