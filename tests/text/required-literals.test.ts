import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFINITION_LINES, DEFINITIONS } from "../../src/model/code/definitions.ts";
import { INLINE_MARKUP, MARKUP_LINES } from "../../src/model/code/markup.ts";
import { SHELL, SHELL_LINES } from "../../src/model/code/shell.ts";
import { SQL, SQL_LINES } from "../../src/model/code/sql.ts";
import { STATEMENT_LINES } from "../../src/model/code/statement-lines.ts";
import { INLINE_STATEMENTS, STATEMENTS } from "../../src/model/code/statements.ts";
import { mayMatch, prefiltered, requiredLiteralsOf } from "../../src/text/required-literals.ts";
import { trigramFilterOf } from "../../src/text/trigrams.ts";

describe("what a text must have for an expression to match", () => {
  it.each([
    [String.raw`\bclass [A-Z]\w+`, [["class "]]],
    [String.raw`\bimport (?:type )?\w+ from ["']`, [["import "], [" from "]]],
    ["from (?:a|b) imports? x", [[" import"], ["from "], [" x"]]],
    [String.raw`[A-Z]+=\$\(`, [["=$("]]],
    ["ab?cd", [["cd"]]],
    ["ab+cd", [["ab"], ["cd"]]],
    ["abc{0,3}de", [["ab"], ["de"]]],
    [String.raw`\bif err != nil\b|#include [<"]`, [["if err != nil", "#include "]]],
    [String.raw`(?<!more )\bdef\b(?= x)`, [["def"]]],
    [String.raw`a\x60bcd`, [["bcd"]]],
    [String.raw`[\])]+end`, [["end"]]],
    ["(?:class|struct) [A-Z]", [["class", "struct"]]],
    [String.raw`(?:public |private )?(?:void|int) \w+\(`, [["void", "int"], ["("]]],
    ["(?:SELECT|INSERT) (?:a|(?:INTO|FROM))", [["select", "insert"]]],
    [String.raw`\bfunction|[a-z]+\(`, [["function", "("]]],
    ["function|[a-z]+", []],
    ["größe: abc", []],
    [".*", []],
  ])("%s: %j", (source, needs) => expect(requiredLiteralsOf(source)).toEqual(needs));

  it.each([
    ["A job reads each row.", /\beach\b/g, true],
    ["A job reads each row.", /\bevery\b/g, false],
    ["A job reads EACH row.", /\beach\b/g, true],
    ["A coach", /\beach\b/g, false],
    ["GRÖSSE: 3", /größe|grösse/gi, true],
    ["claſſ", /class/giu, true],
    ["", /a/g, true],
    ["", /ab/g, false],
  ])("%j, %s: %j", (text, pattern, may) => expect(mayMatch(prefiltered(pattern), trigramFilterOf(text))).toBe(may));

  // Texts that the rules match, one for most rules, and each written in the other case as well.
  const TEXTS = [
    "SELECT id FROM orders WHERE a = 1; INSERT INTO orders (id) VALUES (1); UPDATE orders SET a = 1; DELETE FROM orders WHERE id = 1;",
    "create table if not exists orders (id uuid); ALTER TABLE orders ADD COLUMN note TEXT; GRANT SELECT ON orders TO app",
    "export class Order extends Base { } interface Order { id: string } struct Order { id: u64 } enum State { OPEN, DONE }",
    "public static void main(String[] args) { } async function run(a, b) { return a; } def run(self, a) -> int: pass",
    "func (s *Store) Load(id string) { } pub async fn load(id: u64) -> u64 { } impl Store for Memory { } fun load(id: Long): Order = 1",
    'const order = await load(id); let { id } = order; import { load } from "./load"; #include <stdio.h>; raise ValueError("x")',
    'for (let i = 0; i < 3; i++) { } if (a) { return 1 } while (true) { } try { x } console.log("x"); a, b := load()',
    "#!/bin/bash set -euo pipefail; for f in *.txt; do echo; done; if [ -f x ]; then y; fi; X=$(date)",
  ];
  const RULES = [
    ...[SQL, SQL_LINES, DEFINITIONS, DEFINITION_LINES, STATEMENTS, INLINE_STATEMENTS, STATEMENT_LINES],
    ...[SHELL, SHELL_LINES, INLINE_MARKUP, MARKUP_LINES],
  ].flat();

  it("stands in every text that a rule matches", () => {
    const texts = TEXTS.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase(), ...text.split(/[;{}] ?/)]);
    const matched = RULES.flatMap(({ sought, construct }) =>
      texts.flatMap((text) => (text.search(sought.pattern) >= 0 ? [{ construct, sought, text }] : [])),
    );
    expect(matched.length).toBeGreaterThan(60);
    expect(matched.filter(({ sought, text }) => !mayMatch(sought, trigramFilterOf(text)))).toEqual([]);
  });

  it("stands in every text that is made to match", () => {
    let made = 0;
    for (const { sought } of RULES) {
      const texts = textsMatching(sought.pattern);
      if (!texts) continue;
      made++;
      fc.assert(
        fc.property(texts, (text) => mayMatch(sought, trigramFilterOf(text))),
        { numRuns: 20 },
      );
    }
    expect(made).toBeGreaterThan(RULES.length / 2);
  });

  it("is known for most rules", () => {
    expect(RULES.filter(({ sought }) => sought.required.length > 0).length).toBeGreaterThan(RULES.length * 0.9);
  });
});

/** @returns texts that match an expression; undefined where it looks ahead or back, which cannot be made */
function textsMatching({ source, flags }: RegExp): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(source, flags.replace(/[gi]/g, "")), { size: "xsmall" });
  } catch {
    return undefined;
  }
}
