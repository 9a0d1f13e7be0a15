import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLoose } from "../../src/guide/reading.ts";

const folder = join(import.meta.dirname, "readings");
const MARK = /[ \t]*⟦([a-z-]+)(?: ([^⟧]+))?⟧/gu;

/** A PRD in the small: ⟦role id⟧ at the end of a line says what it is, a line without one states nothing. */
function labelled(text: string) {
  const expected = text
    .split("\n")
    .flatMap((line, index) => Array.from(line.matchAll(MARK), ([, role = "", id]) => ({ line: index + 1, role, id })));
  return { text: text.replace(MARK, ""), expected };
}

describe("PRDs in many forms are read line by line as they are labelled", () => {
  it.each(readdirSync(folder))("%s", (name) => {
    const { text, expected } = labelled(readFileSync(join(folder, name), "utf8"));
    const ids = new Map(expected.map(({ line, id }) => [line, id]));
    const read = readLoose(text, name).blocks.flatMap(({ place, role, kind, id }) =>
      role === "context"
        ? []
        : [`${place.line} ${kind && role === "statement" ? kind : role} ${ids.get(place.line) === undefined ? "" : id}`.trim()],
    );
    expect(read).toEqual(expected.map(({ line, role, id = "" }) => `${line} ${role} ${id}`.trim()));
  });
});
