/** How a language marks comments and texts. */
export interface Marks {
  lines: readonly string[];
  blocks: readonly (readonly [start: string, end: string])[];
  quotes: string;
  /** Everything that is written there is said to people. */
  whole?: boolean;
}

const C: Marks = { lines: ["//"], blocks: [["/*", "*/"]], quotes: `"'\`` };
const HASH: Marks = { lines: ["#"], blocks: [], quotes: `"'` };
const DASHES: Marks = { lines: ["--"], blocks: [["/*", "*/"]], quotes: `"'` };
const PAGE: Marks = {
  lines: ["//"],
  blocks: [
    ["<!--", "-->"],
    ["/*", "*/"],
  ],
  quotes: `"'\``,
};
const PYTHON: Marks = {
  lines: ["#"],
  blocks: [
    [`"""`, `"""`],
    [`'''`, `'''`],
  ],
  quotes: `"'`,
};

const BY_ENDING: readonly (readonly [endings: string, marks: Marks])[] = [
  ["js mjs cjs jsx ts mts cts tsx go java cs rs kt kts scala swift groovy c h cc cpp hpp dart php proto prisma gradle graphql", C],
  ["rb rake ex exs sh pl ps1 tf yaml yml toml", HASH],
  ["sql lua hs", DASHES],
  ["py", PYTHON],
  ["vue svelte", PAGE],
  ["feature", { lines: [], blocks: [], quotes: "", whole: true }],
];

const KNOWN = new Map(BY_ENDING.flatMap(([endings, marks]) => endings.split(" ").map((ending) => [ending, marks] as const)));

/** @returns how the language of a file marks its comments; undefined where nothing of it is read */
export function marksOf(path: string): Marks | undefined {
  return KNOWN.get(path.slice(path.lastIndexOf(".") + 1));
}
