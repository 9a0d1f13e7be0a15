import { derivedSections } from "../feature/derived.ts";
import { outputs } from "../model/query.ts";
import type { AlignedDocument, Model, ResearchPoint } from "../model/types.ts";
import { hasWord } from "../text/names.ts";
import { type AnswerPlace, type Excluded, sectionAt, type Trace, traceExcluded, traceRequirements } from "./trace.ts";

/** All that is traced of a feature. */
export interface TracedFeature {
  requirements: readonly Trace[];
  excluded: readonly Excluded[];
  /** What the research report numbers. */
  points: readonly TracedPoint[];
}

/** A point of the research report, with what the design does about it. */
export interface TracedPoint {
  point: ResearchPoint;
  /** `answered`: the design cites it; `declined`: a departure does; `open`: nothing does, or it stands among the open questions alone. */
  state: "answered" | "declined" | "open";
  answers: AnswerPlace[];
}

/** Lays what the research report has found, takes for wrong and asks beside the places of both outputs that cite its ids. */
export function tracePoints(model: Model): TracedPoint[] {
  const lines = outputs(model).flatMap(linesOf);
  return model.research.points.map((point) => {
    const cited = lines.filter(({ text }) => text.includes(point.id) && hasWord(text, point.id));
    const places = cited.map(({ file, line }) => ({ file, line, column: 1 }));
    const answers = places.map((place) => ({ file: place.file, section: sectionAt(model, place), place }));
    const isIn = (rows: readonly { place: { file: string; line: number } }[]) => (place: { file: string; line: number }) =>
      rows.some((row) => row.place.file === place.file && row.place.line === place.line);
    const decided = places.filter((place) => !isIn(model.undecided)(place));
    const declined = decided.length > 0 && decided.every(isIn(model.departures));
    return { point, state: decided.length === 0 ? "open" : declined ? "declined" : "answered", answers };
  });
}

/** What groundplan derives is never evidence. */
function linesOf({ file, markdown }: AlignedDocument): { file: string; line: number; text: string }[] {
  const derived = derivedSections(markdown);
  return markdown.text
    .split("\n")
    .map((text, index) => ({ file, line: index + 1, text }))
    .filter(({ line }) => !derived.some(({ span }) => span.line <= line && line < span.endLine));
}

/** @returns all that is traced of a feature */
export function traceFeature(model: Model): TracedFeature {
  return { requirements: traceRequirements(model), excluded: traceExcluded(model), points: tracePoints(model) };
}
