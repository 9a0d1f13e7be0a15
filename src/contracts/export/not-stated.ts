/** What a language asks for and a design does not say: it is listed, and never invented. */
export interface NotStated {
  /** @param at the interface or field @param what what is not said there */
  add(at: string, what: string): void;
  /** One line each, in the order in which they were met. */
  lines: string[];
}

export function createNotStated(): NotStated {
  const lines: string[] = [];
  return {
    lines,
    add: (at, what) => {
      const line = `${at}: ${what}`;
      if (!lines.includes(line)) lines.push(line);
    },
  };
}
