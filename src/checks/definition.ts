import { outputs, refusedBlocks } from "../model/query.ts";
import { defineCheck } from "./define.ts";

/** A definition's opening, by language; each needs the punctuation that prose does not have. */
const DEFINITIONS: readonly [string, RegExp][] = [
  [
    "class",
    /\b(?:public |private |protected |abstract |final |export |data |sealed |static )*class [A-Z]\w*(?:<[^>\n]{1,40}>)?(?:\([^)\n]{0,80}\))?(?: (?:extends|implements) [\w<>, ]{1,60})?\s*[{:](?=\s|$|[}\w])/gm,
  ],
  ["interface", /\b(?:export |public )*interface [A-Z]\w*(?:<[^>\n]{1,40}>)?(?: extends [\w<>, ]{1,60})?\s*\{/g],
  ["type", /\b(?:export )?type [A-Z]\w*(?:<[^>\n]{1,40}>)?\s*=\s*[\w{["'|(]|\btype [A-Z]\w* (?:struct|interface)\s*\{/g],
  ["struct", /\b(?:pub )?(?:struct|enum|trait|impl) [A-Z]\w*(?:<[^>\n]{1,40}>)?\s*\{/g],
  [
    "function",
    /\b(?:async )?def [a-z_]\w*\s*\([^)\n]{0,200}\)\s*(?:->\s*[^:\n]{1,60})?:|\bfunc (?:\([^)\n]{1,60}\) )?[A-Za-z]\w*\([^)\n]{0,200}\)[^{\n|]{0,60}\{|\b(?:pub )?(?:async )?fn [a-z_]\w*(?:<[^>\n]{1,40}>)?\([^)\n]{0,200}\)|\b(?:export )?(?:async )?function\*? [A-Za-z_$]\w*\s*\([^)\n]{0,200}\)\s*(?::\s*[^{\n]{1,60})?\{/g,
  ],
  [
    "function",
    /\b(?:const|let|var) [A-Za-z_$]\w*\s*(?::[^=\n]{1,60})?=\s*(?:async )?(?:\([^)\n]{0,120}\)|\w+)\s*=>|\b(?:public|private|protected)(?: static)?(?: async)? [\w<>[\], ]{1,60} [a-z]\w*\([^)\n]{0,200}\)\s*(?:throws [\w, ]{1,60})?\{/g,
  ],
];

export default defineCheck({
  id: "definition",
  category: "no-code",
  severity: "error",
  messages: {
    definition: {
      text: 'Unexpected {construct} definition "{found}".',
      advice: "A design says what, not how: list the fields in a table, or the parameters, the result and the behaviour in prose.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      const { text, lines, comments, blocks } = document.markdown;
      const diagrams = blocks.filter(({ language }) => language === "mermaid");
      // A block that is refused as a whole is not taken apart; a class diagram defines classes, as it should.
      const apart = [...comments, ...refusedBlocks(document), ...diagrams].map(({ span }) => span);
      const told = new Set<number>();
      for (const [construct, pattern] of DEFINITIONS) {
        for (const { 0: found, index } of text.matchAll(pattern)) {
          const span = lines.span(index, index + found.length);
          if (told.has(span.line) || apart.some(({ start, end }) => start <= index && index < end)) continue;
          told.add(span.line);
          yield {
            message: "definition",
            place: document.place(span),
            arguments: { construct, found: found.length > 60 ? `${found.slice(0, 57)}...` : found },
          };
        }
      }
    }
  },
});
