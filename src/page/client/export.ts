import type { Remark } from "./store.ts";

/** @returns remarks as a text to send, each with its place and the words that it is on */
export function asMarkdown(remarks: readonly Remark[]): string {
  const parts = remarks.map(({ by, text, quote, file, line }) => `- ${file}:${line}\n  > ${quote}\n\n  ${by}: ${text}\n`);
  return `# Remarks\n\n${parts.join("\n")}`;
}

/** @returns remarks as a patch without context, for `git apply --unidiff-zero`: each as a comment below the block that it is on */
export function asPatch(remarks: readonly Remark[]): string {
  const files = [...new Set(remarks.map(({ file }) => file))];
  return files
    .map((file) => {
      let added = 0;
      const hunks = remarks
        .filter((remark) => remark.file === file)
        .sort((a, b) => a.line - b.line)
        .map(({ by, text, quote, line }) => {
          const hunk = `@@ -${line},0 +${line + added + 1},2 @@\n+\n+<!-- remark ${plain(by)}: ${plain(text)} (on "${plain(quote)}") -->\n`;
          added += 2;
          return hunk;
        });
      return `--- a/${file}\n+++ b/${file}\n${hunks.join("")}`;
    })
    .join("");
}

/** What would end a comment, a line or a name. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/-{2,}>?|<!/g, "-")
    .trim();
}
