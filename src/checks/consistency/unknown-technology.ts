import { namesInList } from "../../model/diagrams/parties.ts";
import { existingIn } from "../../model/survey/existing.ts";
import type { Model, Row } from "../../model/types.ts";
import { nameKey } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "unknown-technology",
  category: "consistency",
  severity: "error",
  messages: {
    unknown: {
      text: 'Unexpected technology "{name}": neither the research report nor a design decision mentions it.',
      advice: "Use what the codebase has, or add the choice to Key Design Decisions with its rationale.",
    },
  },
  *run(model) {
    const { research, prd, contracts, "data-design": data } = model.documents;
    // Of a report without contents another check tells.
    if (!research || research.markdown.allSections.length === 0) return;
    const decided = model.architecture.decisions.flatMap(({ cells }) => Object.values(cells).map(({ text }) => text));
    const texts = [research, prd, contracts, data].map((document) => document?.markdown.text ?? "");
    const isKnown = mentionedIn([...texts, ...decided, ...existingIn(model).technologies].join(" "));
    for (const row of model.architecture.stack) {
      const cell = technologyOf(row);
      if (!cell) continue;
      for (const name of namesInList(cell.text.replace(/`/g, "")).filter(isTechnology)) {
        if (isKnown(name)) continue;
        yield { message: "unknown", place: placeOf(model, cell), arguments: { name } };
      }
    }
  },
});

function technologyOf({ cells }: Row) {
  return Object.entries(cells).find(([column]) => /^(?:technology|technologies|choice|stack|tool)/i.test(column))?.[1];
}

function placeOf({ documents }: Model, { span }: NonNullable<ReturnType<typeof technologyOf>>) {
  return documents.architecture?.place(span) ?? { file: "", line: span.line, column: span.column };
}

/** Scales, encodings and formats that no product is chosen with. */
const STANDARDS =
  /^(?:UTC|GMT|ISO|RFC|IANA|IEEE|UTF|ASCII|Unicode|JSON|CSV|XML|YAML|HTTPS?|TLS|SSL|TCP|UDP|URLs?|URIs?|UUIDs?|SQL)(?:[- ]?\d[\d.-]{0,12})?$/i;

/** A technology has a proper name: a capital, or a package's own spelling. */
function isTechnology(name: string): boolean {
  return (/[A-Z@]/.test(name.charAt(0)) && !STANDARDS.test(name)) || /^[a-z]+[\d./-][\w./-]*$/.test(name);
}

// Who makes a technology does not tell which one it is.
const MAKERS = new Set("apache amazon aws azure eclipse google hashicorp jetbrains microsoft vmware".split(" "));

/** Most names stand in the text as they are, and its key, which takes long to make, is not asked for. */
function mentionedIn(text: string): (name: string) => boolean {
  let key: string | undefined;
  return (name) => {
    if (text.includes(name)) return true;
    key ??= nameKey(text);
    return isMentioned(name, key);
  };
}

/** By its whole name, or by the first word of it that is a name: "PostgreSQL row locks". */
function isMentioned(name: string, known: string): boolean {
  const words = name
    .replace(/\bv?\d+(?:\.\d+)*\b/g, " ")
    .split(/\s+/)
    .filter((word) => nameKey(word).length > 1);
  const [first] = words;
  if (first === undefined) return true;
  return (
    known.includes(nameKey(words.join(""))) ||
    words.some((word) => /[A-Z]/.test(word.charAt(0)) && !MAKERS.has(nameKey(word)) && known.includes(nameKey(word)))
  );
}
