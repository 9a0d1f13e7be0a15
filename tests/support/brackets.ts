const PAIRS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/**
 * Reads code of a C-like language, of Python or HCL by its brackets and strings alone.
 *
 * @returns the brackets and quotes that do not close, and the lines that end outside of any string or comment
 */
export function outline(code: string): { open: string[]; statements: string[] } {
  const plain = withoutWords(code);
  const open: string[] = [];
  for (const letter of plain) {
    if (PAIRS[letter]) open.push(PAIRS[letter]);
    else if (Object.values(PAIRS).includes(letter) && open.pop() !== letter) open.push(`unexpected ${letter}`);
    else if (letter === '"') open.push(letter);
  }
  const statements = plain
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { open, statements };
}

/** Strings become empty, comments vanish. A single quote is no string: Rust's lifetimes and Python's dictionaries need it. */
function withoutWords(code: string): string {
  return code
    .replace(/"""[\s\S]*?"""/g, "0")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, "0")
    .replace(/'(?:[^'\\\n]|\\.)'/g, "0")
    .replace(/\/\/.*$|(?<=^|\s)#(?!\[).*$/gm, "");
}
