/** Long inputs, each of one kind: what makes up most of a text decides which step of a review has much to do. */

const times = (count: number, make: (index: number) => string, joint: string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(joint);

/** One sentence with something in it for every reader: an id, a quantity, literals, vague words, a link, a record, names of parts. */
const sentence = (index: number) =>
  `FR-${index}: The Refund Service shall answer request ${index} within ${index} ms as needed, by \`GET /refunds/${index}\`, or with \`REFUND_CODE_${index}\`, see [part ${index}](#part-${index}) and ADR-${index}.`;
const words = (index: number) => `word${index} the order of a customer is sent back`;

/** @returns so many pieces that the text is as long as asked for. */
function fill(length: number, make: (index: number) => string, joint: string): string {
  const some = times(50, make, joint).length / 50;
  return times(Math.max(1, Math.floor(length / some)), make, joint);
}

const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
const table = (head: string[], length: number, make: (index: number) => string[]) =>
  `${row(head)}\n${row(head.map(() => "---"))}\n${fill(length, (index) => row(make(index)), "\n")}`;
const fields = (length: number, type: (index: number) => string) =>
  table(["Field", "Type", "Required", "Validation", "Description"], length, (index) => [
    `field${index}`,
    type(index),
    "Yes",
    `1 to ${index} characters`,
    `Field ${index} of it`,
  ]);
const diagram = (kind: string, length: number, make: (index: number) => string) =>
  `\`\`\`mermaid\n${kind}\n${fill(length, make, "\n")}\n\`\`\``;
/** As deep as makes the text as long as asked for. */
const nested = (length: number, open: string, inside: string, close: string) => {
  const depth = Math.floor(length / (open.length + close.length));
  return open.repeat(depth) + inside + close.repeat(depth);
};

/** What a text is made of, by its name: how long it is follows from the length asked for. */
export const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  "a line of sentences": (length) => fill(length, sentence, " "),
  "a line of words": (length) => fill(length, words, " "),
  "a line of one word": (length) => "a".repeat(length),
  "a line of ids": (length) => fill(length, (index) => `FR-${index}`, ", "),
  "a line of links": (length) => fill(length, (index) => `[a ${index}](prd.md#a-${index})`, " "),
  "a line of code spans": (length) => fill(length, (index) => `\`codeOf${index}\``, " "),
  "a line of quantities": (length) => fill(length, (index) => `${index} ms, ${index} orders a minute`, "; "),
  "a line of vague words": (length) => fill(length, () => "as appropriate, fast, and so on, etc.", " "),
  "a line of words without a figure": (length) => fill(length, () => "fast, efficient and robust", " "),
  "a line of comments that suppress": (length) => fill(length, (index) => `<!-- groundplan-ignore vague-wording: reason ${index} -->`, " "),
  "a line of cited numbers": (length) => fill(length, (index) => `requirement ${index} (12 a)`, " "),
  "a line of blanks": (length) => `a${" ".repeat(length)}b`,
  "a line of brackets": (length) => "[".repeat(length),
  "a line of stars": (length) => "*a ".repeat(length / 3),
  "a line of backticks": (length) => fill(length, (index) => "`".repeat(1 + (index % 200)), " a "),
  "a line of tags": (length) => fill(length, (index) => `<b id="a${index}">`, " "),
  "a paragraph": (length) => fill(length, sentence, "\n"),
  "many paragraphs": (length) => fill(length, sentence, "\n\n"),
  headings: (length) => fill(length, (index) => `### Part ${index}`, "\n\n"),
  "headings of requirements": (length) => fill(length, (index) => `### ${sentence(index)}`, "\n\n"),
  sections: (length) =>
    fill(length, (index) => `### Part ${index}\n\n**Purpose**: ${sentence(index)}\n\n**Responsibilities**:\n- Keeps ${index}`, "\n\n"),
  components: (length) =>
    fill(
      length,
      (index) =>
        `### Part ${index}\n\n**Purpose**: ${words(index)}\n\n**Responsibilities**:\n- Keeps ${index}\n\n**Dependencies**: Part ${index + 1}, Refund Store\n\n**Interfaces**: Exposes keep and give back to Part ${index + 2}`,
      "\n\n",
    ),
  "one list": (length) => fill(length, (index) => `- ${sentence(index)}`, "\n"),
  "one numbered list": (length) => fill(length, (index) => `${index + 1}. ${sentence(index)}`, "\n"),
  "nested lists": (length) => fill(length, (index) => `${"  ".repeat(index % 40)}- ${words(index)}`, "\n"),
  "one item": (length) => `- **FR-1**: ${fill(length, sentence, " ")}`,
  "one table": (length) =>
    table(["ID", "Requirement", "Answered in"], length, (index) => [`FR-${index}`, sentence(index), "Refund Service"]),
  "one cell": (length) => table(["ID", "Requirement"], 1, () => ["FR-1", fill(length, sentence, " ")]),
  "one row": (length) => `${row(["ID", "Requirement"])}\n| --- | --- |\n|${fill(length, (index) => ` a ${index} |`, "")}`,
  "one table in HTML": (length) =>
    `<table>\n${fill(length, (index) => `<tr><td>FR-${index}</td><td>${words(index)}</td></tr>`, "\n")}\n</table>`,
  fields: (length) => fields(length, () => "string"),
  "fields of own types": (length) => fields(length, (index) => `array of Part${index}`),
  "an array of arrays": (length) => fields(1, () => `${"array of ".repeat(length / 9)}string`),
  "a map of maps": (length) => fields(1, () => nested(length, "map<string, ", "string", ">")),
  "one sum of types": (length) => fields(1, () => fill(length, (index) => `Part${index}`, " or ")),
  "one enumeration": (length) => fields(1, () => `enum(${fill(length, (index) => `VALUE_${index}`, ", ")})`),
  structures: (length) =>
    fill(length, (index) => `#### Part${index}\n\n**Purpose**: ${words(index)}\n\n${fields(1, () => `Part${index + 1}`)}`, "\n\n"),
  endpoints: (length) =>
    fill(
      length,
      (index) =>
        `#### GET /parts/${index}\n\n**Purpose**: ${words(index)}\n\n**Response**: 200 \`Part${index}\`\n\n**Errors**: 404 \`NO_PART_${index}\``,
      "\n\n",
    ),
  suppressions: (length) =>
    fill(length, (index) => `<!-- groundplan-ignore vague-wording: reason ${index} -->\n\nAs needed ${index}.`, "\n\n"),
  "one comment": (length) => `<!-- ${fill(length, words, " ")} -->`,
  "a flowchart": (length) =>
    diagram("flowchart LR", length, (index) => `  n${index}[Part ${index}] -->|asks ${index}| n${index + 1}[Part ${index + 1}]`),
  "a sequence": (length) => diagram("sequenceDiagram", length, (index) => `  Part${index}->>Part${index + 1}: asks for ${index}`),
  "an entity diagram": (length) => diagram("erDiagram", length, (index) => `  PART${index} ||--o{ PART${index + 1} : has`),
  "many diagrams": (length) =>
    fill(length, (index) => diagram("flowchart LR", 1, () => `  a${index}[Part ${index}] --> b${index}[Refund Service]`), "\n\n"),
  "a block of code": (length) => `\`\`\`yaml\n${fill(length, (index) => `key${index}: { value: ${index} }`, "\n")}\n\`\`\``,
  "many blocks of code": (length) => fill(length, (index) => `\`\`\`sql\nSELECT a${index} FROM b${index};\n\`\`\``, "\n\n"),
  "lines of code": (length) => fill(length, (index) => `const value${index} = await read(${index});`, "\n\n"),
  "quotes in quotes": (length) => fill(length, (index) => `${"> ".repeat(1 + (index % 40))}${words(index)}`, "\n"),
  "quotes without end": (length) => `${"> ".repeat(length / 2)}a`,
  "lists without end": (length) => `${"- ".repeat(length / 2)}a`,
  "blank lines": (length) => `a${"\n".repeat(length)}b`,
  references: (length) => fill(length, (index) => `[a${index}]: prd.md#a${index}`, "\n"),
  "references to nothing": (length) => fill(length, (index) => `[word ${index}][a${index}]`, " "),
  footnotes: (length) => fill(length, (index) => `word[^${index}]\n\n[^${index}]: ${words(index)}`, "\n\n"),
  stories: (length) =>
    fill(
      length,
      (index) =>
        `### Requirement ${index}\n\n**User Story:** As an agent, I want part ${index}, so that I am quick.\n\n1. WHEN part ${index} comes THEN the system SHALL answer ${index}.`,
      "\n\n",
    ),
};
