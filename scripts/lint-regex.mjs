// Looks at every regular expression of src/ for inputs on which it takes more than linear time: a document is untrusted, and
// one line of it must not stop a run. Looking takes long, so what was found of an expression is kept in
// tests/regex/verdicts.json; an expression that is not in there is looked at. Those with an attack are timed with it: what
// is done in time with as much of it as the expression can be given is let pass, for its repetitions or its inputs are bounded.
// Usage: npm run lint:regex [-- --write]
import { readFileSync, writeFileSync } from "node:fs";
import { check } from "recheck";
import { findExpressions, keyOf } from "./regex/expressions.mjs";
import { attackOf, LIMIT_MS, lengthAt, timeOf } from "./regex/time.mjs";

const KEPT = "tests/regex/verdicts.json";
/** The search is seeded, so that a run says the same as the one before. */
const OPTIONS = { timeout: 10_000, randomSeed: 1 };

const writes = process.argv.includes("--write");
const kept = JSON.parse(readFileSync(KEPT, "utf8"));
const expressions = findExpressions("src");
const keys = [...new Set(expressions.map(keyOf))];
const verdicts = Object.fromEntries(keys.flatMap((key) => (kept[key] === undefined ? [] : [[key, kept[key]]])));
const waiting = keys.filter((key) => kept[key] === undefined);
await Promise.all(
  Array.from({ length: 2 }, async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      verdicts[key] = await judge(expressions.find((expression) => keyOf(expression) === key));
      keep();
    }
  }),
);

keep();

const slow = [];
for (const expression of expressions) {
  const verdict = verdicts[keyOf(expression)];
  if (typeof verdict === "string") continue;
  const took = await timeOf(expression, attackOf(verdict, lengthAt(expression)));
  if (took > LIMIT_MS)
    slow.push(
      `${expression.place}: unexpected time of more than ${LIMIT_MS} ms on ${JSON.stringify(verdict).slice(0, 200)}; expected linear time\n    /${expression.source}/${expression.flags}`,
    );
}

const undecided = keys.filter((key) => verdicts[key] === "undecided").length;
const unknown = keys.filter((key) => kept[key] === undefined).length;
if (unknown > 0 && !writes)
  console.error(`${unknown} expressions are not in ${KEPT}: npm run lint:regex -- --write keeps what was found of them`);
for (const line of slow) console.error(line);
console.log(
  `${expressions.length} regular expressions, ${unknown} of them new, ${undecided} undecided: ${slow.length} take more than ${LIMIT_MS} ms on the attack that was found`,
);
process.exitCode = slow.length === 0 ? 0 : 1;

/** Writes what was found so far of the expressions that are there. */
function keep() {
  if (!writes) return;
  const sorted = Object.entries(verdicts).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** @returns `linear`, `undecided`, or the parts of an attack: what each begins with, what is repeated, what it all ends with. */
async function judge({ source, flags }) {
  const { status, attack } = await check(source, flags, OPTIONS);
  if (status !== "vulnerable") return status === "safe" ? "linear" : "undecided";
  const pumps = attack.pumps.map(({ prefix, pump }) => [prefix, pump]);
  return { pumps, suffix: attack.suffix };
}
