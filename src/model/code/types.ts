import type { PrefilteredExpression } from "../../text/required-literals.ts";

/** What a stretch of code is. A drawing is no code; it is found by the same reader. */
export type CodeKind = "sql" | "definition" | "statement" | "shell" | "configuration" | "markup" | "drawing";

/** Where a text stands, which decides how much of it has to look like code before it is taken for code. */
export interface Container {
  /** A block holds code or none; inline code holds a name or a statement; prose and labels hold words. */
  form: "block" | "inline" | "prose" | "label";
  /** What a block says that it holds, in lower case. */
  language?: string;
}

/** One stretch of code in a text. Offsets count in that text. */
export interface CodeFact {
  kind: CodeKind;
  /** As people call it; empty where several languages write it so. */
  language: string;
  /** What it is in that language: "function", "assignment", "SELECT". */
  construct: string;
  start: number;
  end: number;
}

/** A way to write code: the pattern matches no more than a line or a statement, and is bounded. */
export interface Rule {
  language: string;
  construct: string;
  sought: PrefilteredExpression;
}
