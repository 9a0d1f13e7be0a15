import type { InterfaceChange } from "./types.ts";

/** What the words of a change are before its place. */
const WORDS: Record<InterfaceChange["kind"], string> = {
  "interface-removed": "interface gone",
  "interface-added": "interface new",
  "parameter-removed": "parameter gone",
  "parameter-added": "parameter new",
  "parameter-required": "parameter required now",
  "parameter-optional": "parameter optional now",
  "parameter-moved": "parameter moved",
  "parameter-renamed": "parameter renamed",
  "access-changed": "access changed",
  "default-changed": "default changed",
  "body-changed": "structure replaced",
  "status-removed": "status gone",
  "status-added": "status new",
  "usage-changed": "usage changed",
  "structure-removed": "structure gone",
  "structure-added": "structure new",
  "field-removed": "field gone",
  "field-added": "field new",
  "field-required": "field required now",
  "field-optional": "field optional now",
  "field-nullable": "field may be null now",
  "field-not-null": "field never null now",
  "type-changed": "type changed",
  "values-removed": "values gone",
  "values-added": "values new",
  narrowed: "narrowed",
  widened: "widened",
  "error-removed": "error code gone",
  "error-added": "error code new",
  "error-status": "status of an error changed",
};

/** @returns a change in words: what, where, from what to what */
export function wordChange({ kind, at, before, after }: InterfaceChange): string {
  const values = [before, after].filter(Boolean).join(" -> ");
  return `${WORDS[kind]}: ${at}${values === "" || values === at ? "" : ` (${values})`}`;
}

/** @returns the changes as Markdown for a pull request, those that break callers first */
export function reportChangesMarkdown(title: string, changes: readonly InterfaceChange[]): string {
  const rows = [...changes.filter(({ breaking }) => breaking), ...changes.filter(({ breaking }) => !breaking)].map(
    (change) => `| ${change.breaking ? "**breaks**" : "fits"} | ${escaped(wordChange(change))} | ${escaped(change.because)} |`,
  );
  const count = changes.filter(({ breaking }) => breaking).length;
  const verdict = `${count} of ${changes.length} changes ${count === 1 ? "breaks" : "break"} those who use the interfaces.`;
  return [`### ${title}`, "", verdict, "", "| | Change | Because |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[|<>]/g, (letter) => `\\${letter}`).replace(/[ \t]{0,99}\n[ \t\n]{0,99}/g, " ");
}
