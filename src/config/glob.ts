/** How many paths the braces of a glob may stand for: nobody writes more. */
const MOST_ALTERNATIVES = 200;

/** What one character of a name may be, or any number of any. */
type Token = "any number" | ((character: string) => boolean);
/** The name of one folder or file, or any number of folders. */
type Part = "any folders" | readonly Token[];

/**
 * Reads a glob: `*` and `?` within a name, `**` for any folders, `[a-z]`, `{a,b}`, and `\` before what is meant as it stands.
 * It is matched step by step instead of by an expression, so that no glob takes longer than its length times that of the path.
 *
 * @returns tells whether it means a path
 * @throws Error that names what is not understood
 */
export function readGlob(glob: string): (path: string) => boolean {
  const extended = /[@+*?!]\([^()]*\|/.exec(glob)?.[0];
  if (extended !== undefined) throw new Error(`${extended}...) is not supported, write {a,b}`);
  const alternatives = withoutBraces(glob).map((one) => one.split("/").map(readPart));
  return (path) => {
    const names = path.split("/");
    return alternatives.some((parts) => matchesInTurn(parts, names, (part) => part === "any folders", matchesName));
  };
}

/** Writes the braces of a glob out, the first ones first. */
function withoutBraces(glob: string): string[] {
  const found: string[] = [];
  const open = [glob];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const braces = firstBraces(one);
    if (braces) open.push(...braces.inside.map((each) => `${one?.slice(0, braces.start)}${each}${one?.slice(braces.end)}`).reverse());
    else found.push(one);
    if (found.length + open.length > MOST_ALTERNATIVES) throw new Error(`braces for more than ${MOST_ALTERNATIVES} alternatives`);
  }
  return found;
}

/** @returns the first braces that hold a comma, with what stands between their own commas */
function firstBraces(glob: string): { start: number; end: number; inside: string[] } | undefined {
  const open: { start: number; commas: number[] }[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at];
    if (character === "\\") at++;
    else if (character === "{") open.push({ start: at, commas: [] });
    else if (character === ",") open.at(-1)?.commas.push(at);
    else if (character === "}") {
      const { start, commas } = open.pop() ?? { start: 0, commas: [] };
      if (commas.length === 0) continue;
      const ends = [...commas, at];
      return { start, end: at + 1, inside: ends.map((end, index) => glob.slice((ends[index - 1] ?? start) + 1, end)) };
    }
  }
  return undefined;
}

function readPart(name: string): Part {
  if (name === "**") return "any folders";
  const characters = [...name];
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    const end = character === "[" ? characters.indexOf("]", at + (isNot(characters[at + 1]) ? 3 : 2)) : -1;
    if (character === "*") tokens.push("any number");
    else if (character === "?") tokens.push(() => true);
    else if (end !== -1) {
      tokens.push(oneOf(characters.slice(at + 1, end)));
      at = end;
    } else {
      const meant = character === "\\" ? (characters[++at] ?? "\\") : character;
      tokens.push((other) => other === meant);
    }
  }
  return tokens;
}

function isNot(character: string | undefined): boolean {
  return character === "!" || character === "^";
}

/** `[a-z_]`, `[!0-9]` */
function oneOf(inside: readonly string[]): (character: string) => boolean {
  const not = isNot(inside[0]);
  const listed = not ? inside.slice(1) : inside;
  const ranges: [string, string][] = [];
  for (let at = 0; at < listed.length; at++) {
    const from = listed[at] as string;
    const to = listed[at + 1] === "-" ? listed[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== not;
}

function matchesName(part: Part, name: string): boolean {
  return part !== "any folders" && matchesInTurn(part, [...name], (token) => token === "any number", matchesCharacter);
}

function matchesCharacter(token: Token, character: string): boolean {
  return token !== "any number" && token(character);
}

/** Matches step by step: after each of the values it is known how many of the steps may be behind. */
function matchesInTurn<Step, Value>(
  steps: readonly Step[],
  values: readonly Value[],
  isAny: (step: Step) => boolean,
  matches: (step: Step, value: Value) => boolean,
): boolean {
  const skipping = (behind: boolean[]) => {
    for (const [index, step] of steps.entries()) if (behind[index] && isAny(step)) behind[index + 1] = true;
    return behind;
  };
  let behind = skipping([true]);
  for (const value of values) {
    const next: boolean[] = [];
    for (const [index, step] of steps.entries())
      if (behind[index]) {
        if (isAny(step)) next[index] = true;
        else if (matches(step, value)) next[index + 1] = true;
      }
    behind = skipping(next);
  }
  return behind[steps.length] === true;
}
