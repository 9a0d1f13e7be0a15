import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { parsePortably } from "../../src/markdown/fallback.ts";
import { parseText } from "../../src/markdown/parse.ts";

/** Kind, place and value of every node: what the rest of the house builds on. */
function shape(node: Nodes): unknown {
  const { start, end } = node.position ?? {};
  const value = "value" in node ? node.value : "url" in node ? node.url : "";
  return [node.type, start?.offset, end?.offset, value, "children" in node ? node.children.map((child) => shape(child as Nodes)) : []];
}

const folders = ["context/templates", "context/patterns", "docs/plan/E00-examples/E00-F01-order-refunds"];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

describe("the native parser and the portable one give the same tree", () => {
  it.each(files)("%s", (file) => {
    const text = readFileSync(file, "utf8");
    expect(shape(parseText(text).tree)).toEqual(shape(parsePortably(text)));
  });
});
