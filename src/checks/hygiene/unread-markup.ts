import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "unread-markup",
  category: "hygiene",
  severity: "error",
  messages: {
    nesting: {
      text: "Unexpected nesting of more than 600 quotes, lists and marks within each other: what stands deeper is not read, and not checked.",
      advice: "Write it on its own level: a heading for each level says more than marks within marks.",
    },
    paragraph: {
      text: "Unexpected length of a paragraph with so many marks in it: it is read in parts, the first of which ends here.",
      advice: "Divide it with blank lines, or make it a list or a table.",
    },
  },
  *run({ documents }) {
    for (const { markdown, place } of Object.values(documents)) {
      if (markdown.tooDeep) yield { message: "nesting", place: place(markdown.tooDeep) };
      if (markdown.tooLong) yield { message: "paragraph", place: place(markdown.tooLong) };
    }
  },
});
