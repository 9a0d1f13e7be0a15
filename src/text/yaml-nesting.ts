import { Lexer, Parser } from "yaml";
import { DEEPEST } from "./nesting.ts";

/**
 * Says whether a text in YAML nests deeper than {@link DEEPEST}, by the lexer of the `yaml` package and by what its parser of tokens, which
 * goes down no stack, holds open. The step behind it, which makes values, calls itself for each level.
 */
export function yamlNestsTooDeep(text: string): boolean {
  const parser = new Parser();
  for (const token of new Lexer().lex(text)) {
    for (const _ of parser.next(token));
    if (parser.stack.length > DEEPEST) return true;
  }
  return false;
}
