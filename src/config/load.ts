import { stripComments } from "jsonc-parser";
import { LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import type * as z from "zod";
import { KnownError } from "../findings/errors.ts";
import { closest } from "../text/names.ts";
import { NESTS_TOO_DEEP } from "../text/nesting.ts";
import { yamlNestsTooDeep } from "../text/yaml-nesting.ts";
import { type Config, DEFAULTS } from "./config.ts";
import { CONFIG_FILES } from "./find.ts";
import { normalised } from "./normal.ts";
import { readOwn } from "./read-own.ts";
import { ConfigSchema } from "./schema.ts";

/**
 * Reads the configuration of a workspace; where it has none, the defaults hold.
 *
 * @param checks gives the ids of the checks, which alone may be given a level
 * @throws KnownError (`config`) with file, line and the allowed choices for a mistake in it
 */
export function loadConfig(root: string, checks: () => readonly string[]): Config {
  const found = CONFIG_FILES.flatMap((name) => {
    const text = readOwn(root, name, "config");
    return text === undefined ? [] : [{ name, text }];
  });
  const [first, second] = found;
  if (!first) return DEFAULTS;
  if (second) throw mistake(first.name, 1, `a second configuration in ${second.name}`, `Keep one of ${first.name} and ${second.name}.`);
  return { ...DEFAULTS, ...parseConfig(first.text, first.name, checks()), source: first.name };
}

/**
 * Reads a configuration from its text: JSON, also with comments, or YAML.
 *
 * @throws KnownError (`config`) that tells every mistake, see {@link loadConfig}
 */
export function parseConfig(text: string, file: string, checks: readonly string[]): Partial<Config> {
  const lines = new LineCounter();
  // The same length, so that lines stay true.
  const source = /^\uFEFF?\s*(?:\{|\/[/*])/.test(text) ? stripComments(text, " ") : text;
  if (yamlNestsTooDeep(source)) throw mistake(file, 1, `configuration that cannot be read: ${NESTS_TOO_DEEP}`, "Mend the JSON or YAML.");
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [broken] = document.errors;
  if (broken)
    throw mistake(
      file,
      lines.linePos(broken.pos[0]).line,
      `configuration that cannot be read: ${firstLine(broken.message)}`,
      "Mend the JSON or YAML.",
    );
  const value = toValue(document, file) ?? {};
  const lineAt = (path: readonly PropertyKey[]) => lineOf(document, lines, path);
  const parsed = ConfigSchema.safeParse(value);
  const unknown = unknownChecks(value, file, lineAt, checks);
  const mistakes = [...(parsed.error?.issues ?? []).flatMap((issue) => wordIssue(issue, file, lineAt)), ...unknown];
  if (mistakes.length > 0 || !parsed.success) throw together(mistakes, file);
  const { $schema: _, files, ...rest } = parsed.data;
  return normalised({ ...rest, ...(files && { files: { ...DEFAULTS.files, ...files } }) } as Partial<Config>);
}

/** One error for all mistakes: who mends one of them sees the others at once. */
function together(mistakes: readonly KnownError[], file: string): KnownError {
  const [first, ...others] = mistakes;
  if (first && others.length === 0) return first;
  const told = mistakes.map(({ message, advice }) => `${message}. ${advice}`);
  return new KnownError("config", `${mistakes.length} mistakes in ${file}`, told.join("\n"));
}

/** Aliases are followed, but not so often that a short text becomes a long value. */
function toValue(document: YamlDocument, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (thrown) {
    throw mistake(
      file,
      1,
      `configuration that cannot be read: ${firstLine((thrown as Error).message)}`,
      "Write the values out, without aliases.",
    );
  }
}

function firstLine(message: string): string {
  return message.split("\n")[0] ?? "";
}

type LineAt = (path: readonly PropertyKey[]) => number;

function lineOf(document: YamlDocument, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function wordIssue(issue: z.core.$ZodIssue, file: string, lineAt: LineAt): KnownError[] {
  const { path } = issue;
  const key = path.map(String).join(".") || "the configuration";
  if (issue.code === "unrecognized_keys") {
    const known = path.length === 0 ? Object.keys(ConfigSchema.shape) : [];
    const choices = known.length > 0 ? `The keys are: ${known.filter((name) => name !== "$schema").join(", ")}.` : "Remove it.";
    return issue.keys.map((unknown) => {
      const suggestion = closest(unknown, known);
      return mistake(file, lineAt([...path, unknown]), `key "${unknown}"`, suggestion ? `Did you mean "${suggestion}"?` : choices);
    });
  }
  if (issue.code === "invalid_key")
    return [mistake(file, lineAt(path), `key "${key}"`, "See the page docs/configuration.md for the keys.")];
  const expected = issue.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : issue.message;
  return [mistake(file, lineAt(path), `value of ${key}`, `Expected ${expected.replace(/^Invalid input: expected /, "")}.`)];
}

/** @param value as it stands: a mistake elsewhere hides none of these */
function unknownChecks(value: unknown, file: string, lineAt: LineAt, checks: readonly string[]): KnownError[] {
  const { checks: general, overrides } = (value ?? {}) as { checks?: unknown; overrides?: unknown };
  const levels = [
    { path: ["checks"] as PropertyKey[], set: general },
    ...(Array.isArray(overrides) ? overrides : []).map((one, index) => ({ path: ["overrides", index, "checks"], set: one?.checks })),
  ];
  return levels.flatMap(({ path, set }) =>
    Object.keys(set ?? {})
      .filter((id) => typeof set === "object" && !checks.includes(id))
      .map((unknown) => {
        const suggestion = closest(unknown, checks);
        const advice = suggestion ? `Did you mean "${suggestion}"?` : `The checks are: ${checks.join(", ")}.`;
        return mistake(file, lineAt([...path, unknown]), `check "${unknown}"`, advice);
      }),
  );
}

function mistake(file: string, line: number, what: string, advice: string): KnownError {
  return new KnownError("config", `${file}:${line}: unexpected ${what}`, advice);
}
