import { OUTPUT_KINDS, type OutputKind } from "../../config/config.ts";
import type { Section } from "../../markdown/index.ts";
import { family } from "../../model/documents/families.ts";
import { answersOf } from "../../model/requirements/answers.ts";
import type { AlignedDocument, Mention, Model } from "../../model/types.ts";
import { inRanges } from "./ranges.ts";

const MOST_ROWS = 4;
/** So many parts are named in one row, at most. */
const SHARING = 4;

interface Row {
  ids: string[];
  name: string;
}

/** Where a requirement is answered, as a reader would name it. */
interface Part {
  name: string;
  /** How much it says: an interface, a structure or a flow the most, a component less, then a section, last a list of decisions or risks. */
  rank: 0 | 1 | 2 | 3;
}

/**
 * Says where the requirements of the PRD are answered, in as few rows as name them all: the part of the design that answers most of
 * them first, then the one that answers most of the others. What is open is left out: a row that names nothing would hide it.
 *
 * @returns the rows of a table of two columns
 */
export function coverageRows(model: Model): [ids: string, part: string][] {
  const parts = partsByRequirement(model);
  const order = new Map(model.requirements.map(({ id }, index) => [id, index]));
  const rows: Row[] = [];
  while (parts.size > 0) {
    const name = widest(parts.values());
    const ids = [...parts].filter(([, own]) => own.some((part) => part.name === name)).map(([id]) => id);
    for (const id of ids) parts.delete(id);
    rows.push({ ids, name });
  }
  const placeOf = (id = "") => order.get(id) ?? -1;
  return short(rows.toSorted((a, b) => placeOf(a.ids[0]) - placeOf(b.ids[0]))).map(({ ids, name }) => [
    inRanges(
      ids.toSorted((a, b) => placeOf(a) - placeOf(b)),
      placeOf,
    ),
    name,
  ]);
}

/** The table has its share of the lines: the parts that answer most have a row each, the others share rows. */
function short(rows: readonly Row[]): Row[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const wide = new Set(rows.toSorted((a, b) => b.ids.length - a.ids.length).slice(0, MOST_ROWS - 1));
  const narrow = rows.filter((row) => !wide.has(row));
  const shared = Array.from({ length: Math.ceil(narrow.length / SHARING) }, (_, index) => {
    const together = narrow.slice(index * SHARING, (index + 1) * SHARING);
    return { ids: together.flatMap(({ ids }) => ids), name: together.map(({ name }) => name).join("; ") };
  });
  return [...rows.filter((row) => wide.has(row)), ...shared];
}

function partsByRequirement(model: Model): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const { requirement, state, places } of answersOf(model)) {
    // Who reads where a requirement is answered finds its criteria there.
    if (state === "open" || state === "listed" || requirement.kind === "criterion") continue;
    const named = places.flatMap(({ document, place }) => partAt(model, document, place.line) ?? []);
    // Who reads what does it need not read what was decided about it.
    const best = Math.max(...named.map(({ rank }) => rank));
    if (named.length > 0)
      parts.set(
        requirement.id,
        named.filter(({ rank }) => rank === best),
      );
  }
  return parts;
}

/** @returns the part that most requirements name; of as many the first */
function widest(all: Iterable<readonly Part[]>): string {
  const counts = new Map<string, number>();
  for (const own of all) for (const name of new Set(own.map((part) => part.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first = ["", 0], ...rest] = counts;
  return rest.reduce((best, each) => (each[1] > best[1] ? each : best), first)[0];
}

/** What a line belongs to: the interface, the flow or the component above it or in its row, or else its section. */
function partAt({ documents, backend, architecture }: Model, kind: Mention["document"], line: number): Part | undefined {
  const document = OUTPUT_KINDS.includes(kind as OutputKind) ? documents[kind] : undefined;
  const section = document && sectionAt(document, line);
  if (!section || section.depth === 1) return undefined;
  const { components, flows } = architecture;
  const special = new Set([...flows, ...backend.structures, ...backend.interfaces].map(({ name }) => name));
  const rankOf = (name: string): Part["rank"] | undefined =>
    special.has(name) ? 3 : components.some((component) => component.name === name) ? 2 : undefined;
  const subject = subjectOfRow(section, line);
  const own = subject === undefined ? undefined : rankOf(subject);
  if (subject !== undefined && own !== undefined) return { name: subject, rank: own };
  const isInterface = kind === "backend-design" && backend.interfaces.some(({ name }) => name === section.title);
  return {
    name: isInterface ? `\`${section.title}\`` : section.title,
    rank: rankOf(section.title) ?? (isAboutIt(document, section) ? 0 : 1),
  };
}

/** They speak about what other parts do. */
const ABOUT = [
  "decisions",
  "risks",
  "tests",
  "build-order",
  "traps",
  "release",
  "security",
  "departures",
  "open-questions",
  "contract-alignment",
];

function isAboutIt(document: AlignedDocument, section: Section): boolean {
  return ABOUT.some((facts) => family(document, facts).some(({ sections }) => sections.includes(section)));
}

function sectionAt({ markdown }: AlignedDocument, line: number): Section | undefined {
  return markdown.allSections.findLast(({ span }) => span.line <= line && line <= span.endLine);
}

/** What a row is about is in its first cell. */
function subjectOfRow({ tables }: Section, line: number): string | undefined {
  return tables.flatMap(({ rows }) => rows).find(([first]) => first?.span.line === line)?.[0]?.text;
}
