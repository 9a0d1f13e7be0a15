import {
  changesBetween,
  type InterfaceChange,
  type MarkdownDocument,
  type Model,
  OUTPUT_KINDS,
  type Requirement,
  type Section,
} from "../../core.ts";

/** How a part of a document differs from what it was. */
export type Change = "new" | "changed" | "gone";

export interface SectionChange {
  change: Change;
  file: string;
  /** The titles around the section and its own. */
  title: string;
  /** The line of its heading; of one that is gone there is none. */
  line?: number;
}

export interface StatementChange {
  change: Change;
  id: string;
  before: string;
  after: string;
}

/** What is not as it was at a revision. */
export interface Changes {
  /** The revision, as it was named. */
  since: string;
  /** The feature was not there. */
  isNew: boolean;
  sections: SectionChange[];
  statements: StatementChange[];
  interfaces: InterfaceChange[];
}

/** @returns what of a feature is not as it was: sections, statements of the PRD, interfaces */
export function changesOf(before: Model, now: Model, since: string): Changes {
  const was = (kind: (typeof OUTPUT_KINDS)[number]) => before.documents[kind]?.markdown;
  return {
    since,
    isNew: Object.values(before.documents).every(({ markdown }) => markdown.text === ""),
    sections: OUTPUT_KINDS.flatMap((kind) => {
      const document = now.documents[kind];
      return document ? sectionsChanged(was(kind), document.markdown, document.file) : [];
    }),
    statements: statementsChanged(before.statements, now.statements),
    interfaces: changesBetween(before.backend, now.backend),
  };
}

function sectionsChanged(before: MarkdownDocument | undefined, now: MarkdownDocument, file: string): SectionChange[] {
  const [old, present] = [before ? ownTexts(before) : new Map<string, Own>(), ownTexts(now)];
  const found = [...present].flatMap(([title, { text, line }]): SectionChange[] => {
    const was = old.get(title);
    if (was?.text === text) return [];
    return [{ change: was ? "changed" : "new", file, title, line }];
  });
  const gone = [...old.keys()].filter((title) => !present.has(title)).map((title): SectionChange => ({ change: "gone", file, title }));
  return [...found, ...gone];
}

interface Own {
  text: string;
  line: number;
}

/** What stands below each heading and above the next one, whatever its layout. */
function ownTexts({ text, sections }: MarkdownDocument): Map<string, Own> {
  const own = new Map<string, Own>();
  const gather = (section: Section, around: readonly string[]) => {
    const titles = section.depth === 1 ? around : [...around, section.title];
    const end = section.sections[0]?.span.start ?? section.span.end;
    // The rule below a table's head says nothing.
    const words = text
      .slice(section.heading.end, end)
      .replace(/^[ \t|:-]+$/gm, " ")
      .replace(/[\s|]+/g, " ")
      .trim();
    const title = titles.join(" > ");
    if (titles.length > 0 && !own.has(title)) own.set(title, { text: words, line: section.heading.line });
    for (const below of section.sections) gather(below, titles);
  };
  for (const section of sections) gather(section, []);
  return own;
}

function statementsChanged(before: readonly Requirement[], now: readonly Requirement[]): StatementChange[] {
  const byId = (statements: readonly Requirement[]) => new Map(statements.map(({ id, text }) => [id, text]));
  const [old, present] = [byId(before), byId(now)];
  const found = [...present].flatMap(([id, after]): StatementChange[] => {
    const was = old.get(id);
    return was === after ? [] : [{ change: was === undefined ? "new" : "changed", id, before: was ?? "", after }];
  });
  const gone = [...old]
    .filter(([id]) => !present.has(id))
    .map(([id, text]): StatementChange => ({ change: "gone", id, before: text, after: "" }));
  return [...found, ...gone];
}

/** @returns how many things are not as they were */
export function countChanges({ sections, statements, interfaces }: Changes): number {
  return sections.length + statements.length + interfaces.length;
}
