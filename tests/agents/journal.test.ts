import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readLines } from "../../src/agents/journal/lines.ts";
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
