import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { beginJournal, resumeJournal } from "../../src/agents/journal/journal.ts";
import { readLines } from "../../src/agents/journal/lines.ts";
import { openWorkspace } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const HEADER = '{"type":"run","version":1,"id":"x","started":"","groundplan":"","model":"m","features":[]}';

it.each([
  ["null", "null"],
  ["a number", "7"],
  ["a list", "[]"],
  ["a record of no known type", '{"type":"guess"}'],
  ["a type that every object has", '{"type":"constructor"}'],
  ["a call without its usage", '{"type":"call","hash":"h","step":"s","message":{"content":[]}}'],
  [
    "a cost that is a text",
    '{"type":"attempt","hash":"h","step":"s","model":"m","reason":"r","usage":{"input_tokens":"1","output_tokens":2}}',
  ],
  ["an end in no known state", '{"type":"end","at":"","state":"half"}'],
])("a journal that somebody has changed is told, with its line: %s", (_, line) => {
  const path = join(makeWorkspace(), "journal.jsonl");
  writeFileSync(path, `${HEADER}\n${line}\n`);
  expect(() => readLines(path)).toThrow(expect.objectContaining({ code: "journal", message: expect.stringContaining("journal.jsonl:2") }));
});

it("a journal of a newer version is told as such, whatever its records look like", () => {
  const path = join(makeWorkspace(), "journal.jsonl");
  writeFileSync(path, '{"type":"run","version":99}\n{"kind":"other"}\n');
  expect(() => readLines(path)).toThrow(expect.objectContaining({ message: expect.stringContaining("version 99") }));
});

describe("a journal that somebody else has written is not gone on with", () => {
  const ID = "2026-11-30T10-00-00-abcd";
  const OTHER = "2026-11-30T11-00-00-abcd";
  const fileOf = (root: string, id = ID) => join(root, ".groundplan/runs", id, "journal.jsonl");
  const begun = () => {
    const root = makeWorkspace();
    const journal = beginJournal(openWorkspace(root), { id: ID, started: "", groundplan: "0", model: "m", features: [] });
    journal.decide("plan", () => ["a"]);
    journal.append({ type: "text", section: "s", hash: "h" });
    journal.close();
    return root;
  };

  it("as it was written, it is gone on with, again and again", () => {
    const root = begun();
    for (let time = 0; time < 3; time++) {
      const journal = resumeJournal(openWorkspace(root), ID, "now");
      expect(journal.recall("plan")).toEqual(["a"]);
      journal.close();
    }
  });

  it.each<[string, (lines: string[]) => string[]]>([
    ["without marks", (lines) => lines.map((line) => line.replace(/,"mark":"[^"]*"/, ""))],
    ["with another value", (lines) => lines.map((line) => line.replace('["a"]', '["b"]'))],
    ["with a line more", (lines) => [...lines, '{"type":"step","name":"x","value":1}']],
    ["with a line twice", (lines) => [...lines, lines[1] ?? ""]],
    ["with a line less within", (lines) => lines.toSpliced(1, 1)],
    ["in another order", ([head = "", first = "", second = ""]) => [head, second, first]],
  ])("%s", (_, change) => {
    const root = begun();
    const lines = readFileSync(fileOf(root), "utf8").trimEnd().split("\n");
    writeFileSync(fileOf(root), `${change(lines).join("\n")}\n`);
    expect(() => resumeJournal(openWorkspace(root), ID, "now")).toThrow(/was not written by you on this machine, or was changed since/);
  });

  it("under the id of another run", () => {
    const root = begun();
    cpSync(join(fileOf(root), ".."), join(fileOf(root, OTHER), ".."), { recursive: true });
    expect(() => resumeJournal(openWorkspace(root), OTHER, "now")).toThrow(/was not written by you/);
  });
});
