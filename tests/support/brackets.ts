const PAIRS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/**
 * Reads code of HCL by its brackets and strings alone: no grammar of it is at hand.
 *
 * @returns the brackets and quotes that do not close
 */
export function outline(code: string): { open: string[] } {
  const open: string[] = [];
  for (const letter of withoutWords(code)) {
    if (PAIRS[letter]) open.push(PAIRS[letter]);
    else if (Object.values(PAIRS).includes(letter) && open.pop() !== letter) open.push(`unexpected ${letter}`);
    else if (letter === '"') open.push(letter);
  }
  return { open };
}

/** Strings become empty, comments vanish. */
function withoutWords(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"/g, "0").replace(/\/\/.*$|(?<=^|\s)#.*$/gm, "");
}
