import { decode } from "../../../src/feature/read-file.ts";
import { withMark } from "../../../src/feature/writing/edit.ts";
import { readMarkdown, type Section, type Span } from "../../../src/markdown/index.ts";
import { textsIn } from "../corpus.ts";
import { defineTarget, hold } from "../target.ts";

const CORPUS = [...textsIn("docs"), ...textsIn("context")];

export const markdown = defineTarget({
  name: "markdown",
  corpus: CORPUS,
  run(input) {
    const document = readMarkdown(input);
    hold(withMark(document, document.text) === input, "what is read is written back byte for byte");
    hold(document.prose.length === document.text.length, "prose keeps the offsets");
    const isInside = ({ start, end, line }: Span) => 0 <= start && start <= end && end <= document.text.length && line >= 1;
    const spans = (section: Section): Span[] => [
      section.heading,
      section.span,
      ...section.paragraphs.map(({ span }) => span),
      ...section.fields.map(({ span }) => span),
      ...section.tables.flatMap((table) => [table.span, ...table.rows.flat().map(({ span }) => span)]),
    ];
    hold([document.preamble, ...document.allSections].flatMap(spans).every(isInside), "every place is inside of the text");
    hold(
      [...document.blocks, ...document.links, ...document.comments].every(({ span }) => isInside(span)),
      "so is that of every part",
    );
  },
});

/** The same texts with their bytes cut, so that they are no UTF-8 any more. */
export const bytes = defineTarget({
  name: "bytes",
  corpus: CORPUS,
  run(input) {
    const raw = Buffer.from(input, "utf16le");
    for (const read of [
      decode(raw),
      decode(Buffer.from(input, "latin1")),
      decode(raw.subarray(1)),
      decode(Buffer.from(input).subarray(1)),
    ]) {
      hold(read.trouble === undefined || read.text === "", "what is no text is told, and not read in part");
      readMarkdown(read.text);
    }
  },
});

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
const BOMBS = [
  `---\na: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghij".replace(/./g, (key) => `${key}: &${key} [${`*${String.fromCharCode(key.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}---\n`,
  "---\nbase: &base {status: draft}\nfeature:\n  <<: *base\n  __proto__: {polluted: true}\n---\n",
  "---\nconstructor: {prototype: {polluted: true}}\ntags: !!set {a, b}\n---\n",
  '---json\n{"__proto__": {"polluted": true}, "status": "draft"}\n---\n',
];

export const frontMatter = defineTarget({
  name: "front-matter",
  corpus: [...CORPUS.flatMap((text) => FRONT_MATTER.exec(text)?.[0] ?? []), ...BOMBS],
  run(input) {
    const text = input.startsWith("---") ? input : `---\n${input}`;
    const { data, problem } = readMarkdown(text).frontMatter;
    hold(Object.getPrototypeOf(data) === Object.prototype, "front matter is a plain object");
    hold(problem === undefined || (problem.line >= 1 && problem.reason !== ""), "trouble has its line and its reason");
  },
});
