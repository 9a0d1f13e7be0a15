import type { Random } from "./random.ts";
import { TOKENS } from "./tokens.ts";

/** The largest input: what is longer is not read at all. */
export const LONGEST = 1024 * 1024;
// Most inputs are as long as documents are; some are as long as may be.
const USUAL = 64 * 1024;

type Mutator = (text: string, random: Random, other: string) => string;

const stretch = (text: string, random: Random, most = 400): [number, number] => {
  const from = random.below(text.length + 1);
  return [from, Math.min(text.length, from + random.below(most))];
};

const insertAt = (text: string, at: number, added: string) => text.slice(0, at) + added + text.slice(at);

const anywhere = (added: (random: Random) => string): Mutator => {
  return (text, random) => insertAt(text, random.below(text.length + 1), added(random));
};

const onLines =
  (change: (lines: string[], at: number, count: number, random: Random) => void): Mutator =>
  (text, random) => {
    const lines = text.split("\n");
    change(lines, random.below(lines.length), 1 + random.below(12), random);
    return lines.join("\n");
  };

/** The ways in which a text is spoilt, each one a step. */
const MUTATORS: readonly Mutator[] = [
  (text, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => {
    const [from, to] = stretch(text, random, 60);
    return insertAt(text, to, text.slice(from, to).repeat(1 + random.below(200)));
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(random.below(random.pick([128, 0x10000]))) + text.slice(at + 1);
  },
  anywhere((random) => random.pick(TOKENS)),
  anywhere((random) => random.pick(TOKENS)),
  anywhere((random) => random.pick(TOKENS).repeat(1 + random.below(300))),
  // A huge token, with a space before it or none.
  anywhere(
    (random) =>
      random.pick(["", " ", "\n"]) + random.pick(["a", "1", "-", ".", " ", "é", "😀", "(", "A.", "a_", "a-", "_ "]).repeat(10_000),
  ),
  // Deep nesting, in one line and over many.
  anywhere((random) => random.pick(["> ", "- ", "* 1. ", "[", "(", "**a ", "{", "<b>", "`"]).repeat(1 + random.below(2000))),
  anywhere((random) =>
    Array.from({ length: 1 + random.below(200) }, (_, depth) => `${"  ".repeat(depth)}${random.pick(["- ", "1. ", "> "])}x`).join("\n"),
  ),
  onLines((lines, at, count) => void lines.splice(at, 0, ...lines.slice(at, at + count))),
  onLines((lines, at, count, random) => void lines.splice(random.below(lines.length), 0, ...lines.splice(at, count))),
  onLines((lines, at, count, random) => {
    const prefix = random.pick(["> ", "    ", "  - ", "\t", "#", "| ", "> > > "]);
    for (let line = at; line < Math.min(lines.length, at + count); line++) lines[line] = prefix + lines[line];
  }),
  (text, random, other) => insertAt(text, random.below(text.length + 1), other.slice(...stretch(other, random, 2000))),
  (text, random) => text.replaceAll("\n", random.pick(["\r\n", "\r", " ", "\n\n"])),
  (text, random) => text.replaceAll(random.pick([" ", "|", "-", "`", "*", ":", "#", "0", "1"]), random.pick(TOKENS)),
];

/**
 * Makes an input from a seed.
 *
 * @param corpus texts as people write them
 */
export function makeInput(corpus: readonly string[], random: Random): string {
  let text = random.pick(corpus);
  for (let steps = random.below(6); steps >= 0; steps--) text = random.pick(MUTATORS)(text, random, random.pick(corpus));
  if (random.below(100) === 0) return text.repeat(Math.ceil(LONGEST / (text.length + 1))).slice(0, LONGEST / 4);
  return text.slice(0, USUAL);
}
