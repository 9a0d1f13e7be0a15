import { diagramType, drawnLines } from "../text.ts";
import type { Problem } from "../types.ts";
import type { LineMap } from "./lines.ts";

/** What the grammars made by Jison throw. */
interface JisonError {
  hash?: {
    text?: string;
    token?: string | number | null;
    line?: number;
    /** The place of the token before the one that did not fit. */
    loc?: { last_line: number; last_column: number };
  };
}

/** What the grammars made by Langium throw. */
interface LangiumError {
  result?: {
    lexerErrors?: { message?: string; line?: number; column?: number }[];
    parserErrors?: {
      token?: { image?: string; startLine?: number; startColumn?: number };
      previousToken?: { endLine?: number; endColumn?: number };
    }[];
  };
}

/** What js-yaml throws of front matter. */
interface YamlError {
  mark?: { line: number; column: number };
  reason?: string;
}

/**
 * Puts an error of Mermaid into one form.
 *
 * @param error whatever the parser has thrown
 * @param text the contents of the block
 * @param written gives the line of the block for a line of an error
 */
export function readProblem(error: unknown, text: string, written: LineMap): Problem {
  const message = langiumWords(error as LangiumError) ?? wordsOf(error);
  if (error instanceof Error && error.name === "UnknownDiagramError")
    return { kind: "type", message, ...firstWord(text), ...found(diagramType(text)) };
  const place = jisonPlace(error as JisonError) ?? langiumPlace(error as LangiumError);
  if (place) return { kind: "syntax", message, ...within(text, written(place.line), place.column), ...found(place.found) };
  const { mark, reason } = error as YamlError;
  if (mark) return { kind: "syntax", message: `front matter: ${reason}`, line: mark.line + 2, column: mark.column + 1 };
  return { kind: "syntax", message, ...firstWord(text) };
}

interface At {
  line: number;
  column: number;
  found?: string | undefined;
}

function jisonPlace({ hash }: JisonError): At | undefined {
  if (!hash) return undefined;
  const text = hash.text?.trim().split("\n")[0];
  if (hash.loc) return { line: hash.loc.last_line, column: hash.loc.last_column + 1, found: text };
  return { line: (hash.line ?? 0) + 1, column: 1, found: text };
}

function langiumPlace({ result }: LangiumError): At | undefined {
  const lexed = result?.lexerErrors?.[0];
  if (lexed?.line !== undefined) return { line: lexed.line, column: lexed.column ?? 1 };
  const parsed = result?.parserErrors?.[0];
  if (!parsed) return undefined;
  const { token, previousToken } = parsed;
  // At the end of the text the token has no place of its own.
  if (token?.startLine !== undefined && !Number.isNaN(token.startLine))
    return { line: token.startLine, column: token.startColumn ?? 1, found: token.image?.trim() };
  return { line: previousToken?.endLine ?? 1, column: (previousToken?.endColumn ?? 0) + 1 };
}

/** Langium lists whole grammars of what it expected; what it has found says more. */
function langiumWords({ result }: LangiumError): string | undefined {
  if (result?.lexerErrors?.length)
    return /unexpected character: ->.<-/su.exec(result.lexerErrors[0]?.message ?? "")?.[0].replace(/->(.)<-/su, '"$1"');
  const image = result?.parserErrors?.[0]?.token?.image;
  if (image === undefined) return undefined;
  return image.trim() === "" ? "unexpected end of the line" : `unexpected "${image.trim().split("\n")[0]}"`;
}

/** The token before the one that did not fit may end a line: then the next word is meant. */
function within(text: string, line: number, column: number): { line: number; column: number } {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const at = Math.min(line, lines.length);
  const rest = (lines[at - 1] ?? "").slice(column - 1);
  const blank = /^\s*/.exec(rest)?.[0].length ?? 0;
  if (blank < rest.length || at === lines.length) return { line: at, column: Math.max(column, 1) + (blank < rest.length ? blank : 0) };
  return { line: at, column };
}

function found(text: string | undefined): { found?: string } {
  return text ? { found: text } : {};
}

function firstWord(text: string): { line: number; column: number } {
  const lines = drawnLines(text.replace(/\r\n?/g, "\n"));
  const index = lines.findIndex((line) => line.trim() !== "");
  const line = Math.max(index, 0);
  return { line: line + 1, column: (/\S/.exec(lines[line] ?? "")?.index ?? 0) + 1 };
}

/** Mermaid's messages draw the place with dashes over several lines; the words are in the last one. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n").filter((line) => line.trim() !== "" && !/^-*\^/.test(line.trim()));
  const expecting = lines.find((line) => line.startsWith("Expecting"));
  return (expecting ?? lines[0] ?? "").replaceAll("\n", " ").slice(0, 300);
}
