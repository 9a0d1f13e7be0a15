import type { DiagramProblem, Place } from "../../model/types.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = DiagramProblem["kind"] | NonNullable<DiagramProblem["mistake"]>["id"];

export default defineCheck({
  id: "invalid-diagram",
  category: "integration",
  severity: "error",
  messages: {
    empty: { text: "Unexpected empty Mermaid block.", advice: "Draw the diagram, or remove the block." },
    type: {
      text: 'Unexpected first word "{found}" of a Mermaid block, expected a kind of diagram.',
      advice: "Begin with flowchart, sequenceDiagram, erDiagram, classDiagram or another kind that Mermaid knows.",
    },
    size: { text: "Unexpected size of a diagram: {message}", advice: "Divide it into several diagrams." },
    time: { text: "Mermaid did not get done with this diagram in twenty seconds.", advice: "Divide it into several diagrams." },
    syntax: {
      text: "Mermaid {version} does not draw this diagram: {message}",
      advice: "Mend the line that is marked; Mermaid reads no further.",
    },
    header: {
      text: 'Unexpected first word "{found}" of a Mermaid block, expected a kind of diagram.',
      advice: 'Did you mean "{instead}"?',
    },
    direction: {
      text: 'Unexpected direction "{found}" of a flowchart, expected TB, TD, BT, LR or RL.',
      advice: 'Write "{instead}".',
    },
    "unquoted-label": {
      text: "Unexpected brackets or other marks of Mermaid's own in the label {found}, expected it in quotes.",
      advice: "Write {instead}.",
    },
    "nested-quotes": {
      text: "Unexpected quotation marks within the quotes of the label {found}.",
      advice: "Write {instead}: #quot; is drawn as a quotation mark.",
    },
    "word-end": {
      text: 'Unexpected name "end": Mermaid takes the word for the end of a block.',
      advice: "Write {instead}.",
    },
    "missing-end": {
      text: 'Expected an "end" for "{found}".',
      advice: 'Write "end" on a line of its own where it is over.',
    },
    "surplus-end": {
      text: 'Unexpected "end": nothing is open here that it could close.',
      advice: "Remove the line.",
    },
    "wrong-arrow": { text: 'Unexpected arrow "{found}", expected one that Mermaid draws.', advice: 'Write "{instead}".' },
    semicolon: {
      text: "Unexpected semicolon in the text of a message: it ends the statement.",
      advice: "Write #59; which is drawn as a semicolon, or a comma.",
    },
    "missing-colon": {
      text: 'Expected a colon and a text after the message "{found}".',
      advice: 'Write who sends it to whom, then a colon and what is sent: "A->>B: create order".',
    },
    "unclosed-label": {
      text: 'Expected a closing bracket for the label "{found}".',
      advice: "Write {instead} where the label ends.",
    },
    "participant-alias": {
      text: 'Unexpected colon in "{found}": the name that is shown follows the word "as".',
      advice: 'Write "{instead}".',
    },
    "attribute-order": {
      text: 'Unexpected colon in the attribute "{found}": the type stands before the name, with nothing between them.',
      advice: 'Write "{instead}".',
    },
    comment: {
      text: 'Unexpected comment "{found}": Mermaid\'s comments are lines of their own that begin with %%.',
      advice: 'Write "{instead}" on a line of its own, or leave it out.',
    },
    "second-diagram": {
      text: 'Unexpected second diagram "{found}" in one block.',
      advice: "Give each diagram a Mermaid block of its own.",
    },
    "stray-text": {
      text: 'Unexpected text "{found}" between the lines of a diagram.',
      advice: "Write it below the diagram, or as a comment that begins with %%.",
    },
    "missing-header": {
      text: 'Expected a kind of diagram in the first line of a Mermaid block, before "{found}".',
      advice: 'Write "{instead}" on a line of its own above it.',
    },
    "missing-source": {
      text: 'Expected a name before the arrow of "{found}".',
      advice: "Write where the arrow begins, or join the line to the one before it.",
    },
    "missing-target": {
      text: 'Expected a name behind the arrow of "{found}".',
      advice: "Write where the arrow leads, on the same line.",
    },
    "missing-quote": {
      text: "Expected a second quotation mark in {found}: without it the label goes on into the next lines.",
      advice: "Write {instead}.",
    },
    "attribute-keys": {
      text: 'Unexpected keys "{found}" of an attribute, expected commas between them.',
      advice: 'Write "{instead}".',
    },
    "reserved-word": {
      text: 'Unexpected name "{found}": it is a word of Mermaid\'s own.',
      advice: 'Give it another id, and the word as the name that is shown: "{instead}".',
    },
    "inactive-participant": {
      text: 'Unexpected end of the activation of "{found}": it is not active here.',
      advice: 'Write "{instead}" before it, or a plus after the arrow of the message that begins it.',
    },
  },
  *run(model) {
    for (const { problem, place } of model.diagrams) if (problem) yield told(problem, place);
  },
});

/** A mistake stands in a line; what is wrong with the whole is told where the block begins. */
function told({ kind, message, version = "", found = "", place: line, mistake }: DiagramProblem, block: Place): Report<MessageId> {
  const place = kind === "syntax" || kind === "type" ? line : block;
  if (mistake) return { message: mistake.id, place: mistake.place, arguments: { found: mistake.found, instead: mistake.instead } };
  return { message: kind, place, arguments: { message: sentence(message), found, version } };
}

/** Mermaid's own words, without the names of its grammar's tokens where there are dozens of them. */
function sentence(message: string): string {
  const expecting = /^Expecting (.*), got (.*)$/.exec(message);
  if (!expecting) return /[.!?]$/.test(message) ? message : `${message}.`;
  const wanted = (expecting[1] ?? "").split(", ");
  return `unexpected ${expecting[2]}, expected ${wanted.length > 4 ? "something else" : wanted.join(" or ")}.`;
}
