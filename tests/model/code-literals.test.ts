import { describe, expect, it } from "vitest";
import { DEFINITION_LINES, DEFINITIONS } from "../../src/model/code/definitions.ts";
import { literalsOf } from "../../src/model/code/literals.ts";
import { INLINE_MARKUP, MARKUP_LINES } from "../../src/model/code/markup.ts";
import { SHELL, SHELL_LINES } from "../../src/model/code/shell.ts";
import { SQL, SQL_LINES } from "../../src/model/code/sql.ts";
import { STATEMENT_LINES } from "../../src/model/code/statement-lines.ts";
import { INLINE_STATEMENTS, STATEMENTS } from "../../src/model/code/statements.ts";

describe("what a text must have for an expression to match", () => {
  it.each([
    [String.raw`\bclass [A-Z]\w+`, ["class "]],
    [String.raw`\bimport (?:type )?\w+ from ["']`, ["import "]],
    ["from (?:a|b) imports? x", [" import"]],
    [String.raw`[A-Z]+=\$\(`, ["=$("]],
    ["ab?cd", ["cd"]],
    ["ab+cd", ["ab"]],
    ["abc{0,3}de", ["ab"]],
    [String.raw`\bif err != nil\b|#include [<"]`, ["if err != nil", "#include "]],
    [String.raw`(?<!more )\bdef\b`, ["def"]],
    [String.raw`a\x60bcd`, ["bcd"]],
    [String.raw`[\])]+end`, ["end"]],
    [String.raw`\bfunction|[a-z]+\(`, undefined],
    ["(?:class|struct) [A-Z]", undefined],
    [".*", undefined],
  ])("%s: %j", (source, literals) => expect(literalsOf(source)).toEqual(literals));

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
    const matched = RULES.flatMap(({ pattern, literals, construct }) =>
      texts.flatMap((text) => (text.search(pattern) >= 0 ? [{ construct, literals, ignoreCase: pattern.ignoreCase, text }] : [])),
    );
    expect(matched.length).toBeGreaterThan(60);
    const without = matched.filter(({ literals, ignoreCase, text }) => {
      const searched = ignoreCase ? text.toLowerCase() : text;
      return literals && !literals.some((literal) => searched.includes(literal));
    });
    expect(without).toEqual([]);
  });

  it("is known for most rules", () => {
    expect(RULES.filter(({ literals }) => literals).length).toBeGreaterThan(RULES.length * 0.5);
  });
});
