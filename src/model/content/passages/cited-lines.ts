import type { AlignedDocument, Model } from "../../types.ts";

const NONE: readonly string[] = [];

/** @returns tells which ids a document cites on some of its lines; for the PRD, those of the requirements that stand there */
export function idsByLine(document: AlignedDocument, model: Model): (from: number, to: number) => readonly string[] {
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
  const byLine = new Map(Array.from(found, ([line, ids]): [number, string[]] => [line, [...ids]]));
  return (from, to) => {
    if (from === to) return byLine.get(from) ?? NONE;
    const ids: string[] = [];
    for (let line = from; line <= Math.min(to, from + 40); line++) ids.push(...(byLine.get(line) ?? NONE));
    return ids;
  };
}
