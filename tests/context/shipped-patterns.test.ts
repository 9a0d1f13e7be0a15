import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDiagram } from "../../src/diagrams/parse.ts";
import { readMarkdown } from "../../src/markdown/index.ts";

const FOLDER = "context/patterns";
const files = readdirSync(FOLDER).filter((name) => name.endsWith("-patterns.md"));
const documents = new Map(files.map((name) => [posix.join(FOLDER, name), readMarkdown(readFileSync(join(FOLDER, name), "utf8"))]));
const entries = [...documents].flatMap(([file, { allSections }]) =>
  allSections.filter(({ depth }) => depth === 2).map((section) => ({ name: `${file}#${section.anchor}`, section })),
);
const fieldOf = ({ section }: (typeof entries)[number], label: string) => section.fields.find((field) => field.label === label)?.value.text;

describe("the shipped catalogue", () => {
  it("links to entries that exist", () => {
    const broken = [...documents].flatMap(([file, { links }]) =>
      links
        .map(({ url }) => url)
        .filter((url) => {
          const [path = "", fragment] = url.split("#");
          const target = documents.get(path === "" ? file : posix.join(FOLDER, path));
          return target === undefined || (fragment !== undefined && !target.anchors.has(fragment));
        })
        .map((url) => `${file}: ${url}`),
    );
    expect(broken).toEqual([]);
  });

  it("draws every pattern in Mermaid that Mermaid accepts", () => {
    const refused = [...documents].flatMap(([file, { blocks }]) =>
      blocks
        .filter(({ language }) => language === "mermaid")
        .map(({ value, span }) => ({ at: `${file}:${span.line}`, problem: parseDiagram(value).problem }))
        .filter(({ problem }) => problem),
    );
    expect(refused).toEqual([]);
  });

  it("says under Obliges what is to be said and, in brackets, the words that say it", () => {
    const obliging = entries.filter((entry) => fieldOf(entry, "Obliges") !== undefined);
    expect(obliging.length).toBeGreaterThan(20);
    for (const entry of obliging) expect(fieldOf(entry, "Obliges"), entry.name).toMatch(/^[\w ]+ \([^();]+\)(?:; [\w ]+ \([^();]+\))*$/);
  });

  it("gives no signal to two patterns, so that one statement is not answered twice", () => {
    const owners = new Map<string, string[]>();
    for (const entry of entries)
      for (const signal of (fieldOf(entry, "Signals") ?? "").split(", ")) owners.set(signal, [...(owners.get(signal) ?? []), entry.name]);
    expect([...owners].filter(([, names]) => names.length > 1)).toEqual([]);
  });
});
