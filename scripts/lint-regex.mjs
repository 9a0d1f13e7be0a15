// Looks at every regular expression of src/ for inputs on which it would take more than linear time: a document is
// untrusted, and one line of it must not stop a run. Usage: npm run lint:regex [-- <file> ...]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";

/** The search is seeded, so that a run says the same as the one before. */
const OPTIONS = { timeout: 20_000, randomSeed: 1 };

const files = process.argv.slice(2).length > 0 ? process.argv.slice(2) : sources("src");
const expressions = files.flatMap(readExpressions);
const answers = new Map();
const found = expressions.flatMap((expression) => {
  const { status, complexity, attack, error } = judge(expression);
  if (status === "safe") return [];
  const why =
    status === "vulnerable"
      ? `${complexity.summary} time, for example on ${attack.pattern.slice(0, 120)}`
      : `no verdict (${error?.kind ?? "unknown"})`;
  return [`${expression.place}: unexpected ${why}; expected linear time\n    /${expression.source}/${expression.flags}`];
});

for (const line of found) console.error(line);
console.log(`${expressions.length} regular expressions in ${files.length} files: ${found.length} of more than linear time`);
process.exitCode = found.length === 0 ? 0 : 1;

function judge({ source, flags }) {
  const key = `${flags}/${source}`;
  if (!answers.has(key)) answers.set(key, checkSync(source, flags, OPTIONS));
  return answers.get(key);
}

/** @returns the literals of a file, and what `new RegExp` is given where that is one plain string. */
function readExpressions(file) {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const expressions = [];
  const add = (node, source, flags) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    expressions.push({ place: `${file}:${line + 1}`, source, flags });
  };
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (ts.isNewExpression(node) && node.expression.getText() === "RegExp") {
      const [source, flags] = node.arguments ?? [];
      if (source && ts.isStringLiteralLike(source)) add(node, source.text, flags && ts.isStringLiteralLike(flags) ? flags.text : "");
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return expressions;
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /(?<!\.d)\.ts$/.test(entry.name) ? [path] : [];
  });
}
