import { countNewlines } from "./newlines.ts";
import { readPlainly } from "./plain/read.ts";
import { diagramType, drawnLines } from "./text.ts";
import { askThread } from "./thread.ts";
import { NO_GRAPH, type Parsed, type Problem } from "./types.ts";

/** Mermaid itself draws nothing longer (its `maxTextSize`). */
const LONGEST = 50_000;
const REMEMBERED = 10_000;

const known = new Map<string, Parsed>();

/**
 * Asks Mermaid's own parser whether it draws a text, and what. The answer depends on the text alone, and is remembered.
 *
 * @param text the contents of a Mermaid block
 * @throws Error where the parser cannot be started
 */
export function parseDiagram(text: string): Parsed {
  const before = known.get(text);
  if (before) return before;
  const parsed = refusedUnread(text) ?? readPlainly(text) ?? ask(text);
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, parsed);
  return parsed;
}

function ask(text: string): Parsed {
  const parsed = askThread(text);
  return parsed ? countNewlines(text, parsed) : refused(text, { kind: "time", message: "Mermaid took too long." });
}

/** What needs no parser to be refused. */
function refusedUnread(text: string): Parsed | undefined {
  if (text.length > LONGEST)
    return refused(text, { kind: "size", message: `${text.length} characters; Mermaid draws at most ${LONGEST}.` });
  if (drawnLines(text).every((line) => line.trim() === "")) return refused(text, { kind: "empty", message: "Nothing is drawn." });
  return undefined;
}

function refused(text: string, problem: Pick<Problem, "kind" | "message">): Parsed {
  return { type: diagramType(text.slice(0, LONGEST)), graph: NO_GRAPH, problem: { ...problem, line: 1, column: 1 } };
}
