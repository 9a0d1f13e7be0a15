import * as z from "zod";
import { OUTPUT_KINDS, type OutputKind } from "../config/config.ts";
import { folderOf } from "../feature/list-features.ts";
import { readText } from "../feature/read-file.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { writeText } from "../feature/writing/write-document.ts";
import type { Source } from "../guide/stated/types.ts";
import type { Review } from "../review/feature.ts";
import { sectionTextOf } from "./provenance.ts";

/** A section of a draft, and where each of its lines is from. */
export interface DraftedSection {
  document: OutputKind;
  section: string;
  rows: { text: string; sources: Source[]; proposed: boolean }[];
}

/** A line of a draft as the document stands today. */
export interface ExplainedRow {
  text: string;
  sources: Source[];
  /** No input states it: the sources suggest it. */
  proposed: boolean;
  /** The document still holds it as it was drafted. */
  stands: boolean;
}

export interface DraftOrigins {
  /** The file that keeps them; undefined where nothing was drafted, and the inputs say what would be. */
  kept?: string;
  documents: { document: OutputKind; file: string; sections: { section: string; rows: ExplainedRow[]; written: number }[] }[];
}

/** Beside the documents, so that whoever gets these gets it as well. */
const FILE = "draft-sources.json";
const FORM = z.object({
  version: z.literal(1),
  sections: z.array(
    z.object({
      document: z.enum(OUTPUT_KINDS),
      section: z.string(),
      rows: z.array(
        z.object({
          text: z.string(),
          sources: z.array(z.object({ id: z.string().optional(), file: z.string(), line: z.number() })),
          proposed: z.boolean(),
        }),
      ),
    }),
  ),
});

/** @returns where the lines of a draft were from when it was written; undefined where nobody has kept that, or not in this form */
export function keptOrigins(workspace: Workspace, key: FeatureKey): DraftedSection[] | undefined {
  try {
    const read = FORM.safeParse(JSON.parse(readText(workspace, pathOf(workspace, key))?.text ?? ""));
    return read.success ? (read.data.sections as DraftedSection[]) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps where the lines of sections that were just drafted are from, beside those of sections that were drafted before.
 *
 * @returns the path of the file
 * @throws KnownError (`cannot-write`)
 */
export function keepOrigins(workspace: Workspace, key: FeatureKey, drafted: readonly DraftedSection[]): string {
  const file = pathOf(workspace, key);
  const isNew = ({ document, section }: DraftedSection) =>
    drafted.some((other) => other.document === document && other.section === section);
  const before = (keptOrigins(workspace, key) ?? []).filter((one) => !isNew(one));
  const sections = [...before, ...drafted].map(({ document, section, rows }) => ({ document, section, rows }));
  const text = `${JSON.stringify({ version: 1, sections }, null, 1)}\n`;
  writeText(workspace, file, text, readText(workspace, file)?.revision ?? null);
  return file;
}

/**
 * Holds what was drafted against the documents as they stand.
 *
 * @param drafted what was kept, or what the inputs give today
 */
export function explainOrigins(
  { config }: Workspace,
  { model }: Review,
  drafted: readonly DraftedSection[],
  kept: string | undefined,
): DraftOrigins {
  const documents = OUTPUT_KINDS.flatMap((document) => {
    const own = drafted.filter((one) => one.document === document);
    const file = model.documents[document]?.file ?? `${model.feature.folder}/${config.files[document]}`;
    if (own.length === 0) return [];
    const sections = own.map(({ section, rows }) => {
      const text = sectionTextOf(model.documents[document], section);
      const lines = new Set((text ?? "").split("\n").map((line) => line.trim()));
      const told = new Set(rows.map((row) => row.text));
      return {
        section,
        rows: rows.map((row) => ({ ...row, stands: kept === undefined || lines.has(row.text) })),
        written: kept === undefined ? 0 : statingLines(text ?? "").filter((line) => !told.has(line)).length,
      };
    });
    return [{ document, file, sections }];
  });
  return { ...(kept !== undefined && { kept }), documents };
}

const FRAME =
  /^(?:#|```|subgraph\b|end$|actor\b|participant\b|flowchart\b|sequenceDiagram$|(?:alt|else|opt|loop)\b|(?:- )?\*\*[^*]{1,60}\*\*:$|<!--)/;
const RULE = /^\|[\s:|-]{3,}\|$/;

/** @returns the lines of a section that state something: no headings, frames of diagrams, heads of tables and questions */
export function statingLines(body: string): string[] {
  const lines = body.split("\n").map((line) => line.trim());
  return lines.filter(
    (line, index) =>
      line !== "" && !FRAME.test(line) && !RULE.test(line) && !RULE.test(lines[index + 1] ?? "") && !line.includes("{Decide: "),
  );
}

function pathOf(workspace: Workspace, key: FeatureKey): string {
  return `${folderOf(workspace, key)}/${FILE}`;
}
