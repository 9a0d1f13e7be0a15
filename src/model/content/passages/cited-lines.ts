import type { AlignedDocument, Model } from "../../types.ts";

const NONE: readonly string[] = [];

/** Which ids a document cites on which of its lines. */
export type CitedLines = ReadonlyMap<number, readonly string[]>;

/** @returns what a document cites, by line; of the PRD, the requirements that stand there */
export function citedLines(document: AlignedDocument, model: Model): CitedLines {
  const found = new Map<number, Set<string>>();
  const note = (line: number, id: string) => {
    const ids = found.get(line);
    if (ids) ids.add(id);
    else found.set(line, new Set([id]));
  };
  if (document.kind === "prd")
    for (const { id, place } of model.requirements)
      for (let line = place.line; line <= Math.min(place.endLine ?? place.line, place.line + 12); line++) note(line, id);
  else for (const { id, document: kind, place } of model.mentions) if (kind === document.kind) note(place.line, id);
  return new Map(Array.from(found, ([line, ids]): [number, string[]] => [line, [...ids]]));
}

/** @returns tells which ids are cited on some lines */
export function idsByLine(cited: CitedLines): (from: number, to: number) => readonly string[] {
  return (from, to) => {
    if (from === to) return cited.get(from) ?? NONE;
    const ids: string[] = [];
    for (let line = from; line <= Math.min(to, from + 40); line++) ids.push(...(cited.get(line) ?? NONE));
    return ids;
  };
}
