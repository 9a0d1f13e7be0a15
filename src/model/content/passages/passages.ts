import { derivedSections } from "../../../feature/derived.ts";
import type { Field, Inline, List, Section, Table } from "../../../markdown/index.ts";
import { interfaceKey, nameKey } from "../../../text/names.ts";
import { once } from "../../../text/once.ts";
import { family } from "../../documents/families.ts";
import type { AlignedDocument } from "../../types.ts";
import { CHOICE_SPOTS } from "../choices/choices.ts";
import { LITERAL_SPOTS } from "../literals/literals.ts";
import { NUMBER_SPOTS } from "../quantities/numbers.ts";
import { type CitedLines, idsByLine } from "./cited-lines.ts";
import { clausesIn } from "./clauses.ts";
import { type Around, type Holds, Passage } from "./passage.ts";
import { Spots } from "./spots.ts";

/** Sections whose words describe what was, what is only an example, or what lies elsewhere. */
const ASIDE =
  /^(?:relateddocuments?|references?|changelog|history|revisionhistory|glossary|appendix.*|examples?|samples?|outofscope|nongoals?|testcases?|testing|testscenarios?|openquestions?|(?:known)?(?:departures?|deviations?)(?:from.*|andopenquestions?)?)$/;

/** Beyond these a document is no design that somebody reads, and comparing it would only take time. */
const MOST_PASSAGES = 6000;

/** "It is never retried" speaks of what stands before it. */
const PRONOUN = /^\s?(?:it|they|this|these|such)\s/i;

/** In a longer paragraph the sentences are not all about one thing. */
const LONGEST_AROUND = 240;

/** Cuts a document into clauses, each with what it belongs to; those that state nothing to compare are left out. */
export function passagesOf(document: AlignedDocument, cited: CitedLines): Passage[] {
  return new Reader(document, cited).read();
}

class Reader {
  readonly #document: AlignedDocument;
  readonly #cited: (from: number, to: number) => readonly string[];
  readonly #numbers: Spots;
  readonly #choices: Spots;
  readonly #literals: Spots;
  readonly #found: Passage[] = [];

  constructor(document: AlignedDocument, cited: CitedLines) {
    const { prose, blocks, text } = document.markdown;
    this.#document = document;
    this.#cited = idsByLine(cited);
    const drawn = blocks.some(({ language }) => language === "mermaid");
    const whole = drawn ? text : prose;
    this.#numbers = new Spots(whole, NUMBER_SPOTS);
    this.#choices = new Spots(whole, CHOICE_SPOTS);
    this.#literals = new Spots(prose, LITERAL_SPOTS);
  }

  read(): Passage[] {
    const { preamble, allSections } = this.#document.markdown;
    const open: { depth: number; around: Around }[] = [];
    const listing = new Set(listingSections(this.#document).map(({ heading }) => heading.start));
    for (const section of [preamble, ...allSections]) {
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
      const parent = open.at(-1)?.around;
      const around: Around = {
        section: section.heading.start,
        parent: section.depth > 2 ? (parent?.section ?? 0) : 0,
        texts: [...(section.depth > 2 ? (parent?.texts ?? []) : []), section.title],
        keys: section.depth > 1 ? [...(parent?.keys ?? []), `under:${interfaceKey(section.title)}`] : [],
        ids: this.#cited(section.heading.line, section.heading.line),
        aside: (parent?.aside ?? false) || listing.has(section.heading.start) || ASIDE.test(nameKey(section.title)),
      };
      open.push({ depth: section.depth, around });
      this.#section(section, around);
      if (this.#found.length > MOST_PASSAGES) break;
    }
    return this.#found;
  }

  #holds(start: number, end: number): Holds | undefined {
    const holds = {
      numbers: this.#numbers.any(start, end),
      choices: this.#choices.within(start, end),
      literals: this.#literals.any(start, end),
    };
    return holds.numbers || holds.choices.length > 0 || holds.literals ? holds : undefined;
  }

  #any(start: number, end: number): boolean {
    return this.#numbers.any(start, end) || this.#literals.any(start, end) || this.#choices.any(start, end);
  }

  #add({ span: { start, end, line } }: Pick<Inline, "span">, around: () => Around): void {
    if (end <= start || !this.#any(start, end)) return;
    const { prose } = this.#document.markdown;
    const clauses = clausesIn(prose.slice(start, end));
    // The sentences beside it say what "it" is; where there are many, each has its own subject.
    const isShort = clauses.length > 1 && end - start < LONGEST_AROUND;
    const beside = isShort ? once(() => ({ ...around(), texts: [...around().texts, prose.slice(start, end)] })) : around;
    for (const [index, [from, to]] of clauses.entries()) {
      const holds = this.#holds(start + from, start + to);
      if (!holds) continue;
      const text = prose.slice(start + from, start + to);
      const [previous, until] = clauses[index - 1] ?? [0, 0];
      // Numbers stand in sentences of their own too often.
      const of = PRONOUN.test(text) && until > previous && !holds.numbers ? prose.slice(start + previous, start + until) : undefined;
      this.#found.push(new Passage(this.#document, beside(), { start: start + from, line, text, holds, ...(of !== undefined && { of }) }));
    }
  }

  #section(section: Section, around: Around): void {
    const owned = new Set<List | Table>(section.fields.flatMap((field) => [...field.lists, ...field.tables]));
    for (const paragraph of section.paragraphs)
      this.#add(
        paragraph,
        once(() => this.#citing(around, paragraph.span.line, paragraph.span.endLine)),
      );
    for (const field of section.fields) this.#field(field, around);
    for (const list of section.lists) if (!owned.has(list)) this.#list(list, around);
    for (const table of section.tables) if (!owned.has(table)) this.#table(table, around);
    for (const { language, span } of section.blocks) if (language === "mermaid") this.#drawn(span, { ...around, keys: [], ids: [] });
  }

  #citing(around: Around, from: number, to: number): Around {
    const ids = this.#cited(from, to);
    return ids.length === 0 ? around : { ...around, ids: [...around.ids, ...ids] };
  }

  #field(field: Field, around: Around): void {
    const { value, span, label } = field;
    const own: Around = {
      ...around,
      texts: [...around.texts, label],
      keys: [...around.keys, `label:${nameKey(label)}`],
      ids: [...around.ids, ...this.#cited(span.line, Math.max(value.span.line, value.span.endLine))],
    };
    this.#add(value, () => own);
    for (const list of field.lists) this.#list(list, own);
    for (const table of field.tables) this.#table(table, own);
  }

  #list(list: List, around: Around): void {
    for (const item of list.items) {
      const own = once(() => labelled(item, this.#citing(around, item.span.line, item.span.endLine)));
      this.#add(item, own);
      for (const nested of item.lists) this.#list(nested, { ...own(), texts: [...around.texts, item.text] });
    }
  }

  /** The subject of a row is what its first cell names; of a field, the structure before it as well. */
  #table(table: Table, around: Around): void {
    const columns = table.header.map(({ text }) => nameKey(text));
    const fieldColumn = Math.max(columns.indexOf("field"), columns.indexOf("column"));
    for (const row of table.rows) {
      const [first] = row;
      const last = row.at(-1);
      if (!first || !last || !this.#any(first.span.start, last.span.end)) continue;
      const { line } = first.span;
      // Words of the row are read once, whichever cell asks.
      const own = once(() => ({
        ...this.#citing(around, line, line),
        texts: [...around.texts, ...row.map(({ text }) => (text.length < 600 ? text : ""))],
        row: `row:${nameKey(first.text)}${fieldColumn > 0 ? `.${nameKey(row[fieldColumn]?.text ?? "")}` : ""}`,
      }));
      for (let index = 0; index < row.length; index++) {
        const inCell = once((): Around => {
          const { row: name, ...rest } = own();
          const subject = index === 0 || first.codes.length > 0 ? undefined : `${first.text} ${table.header[index]?.text ?? ""}`;
          return { ...rest, subject, keys: [...around.keys, name, `column:${columns[index] ?? ""}`] };
        });
        this.#add(row[index] as Inline, inCell);
      }
    }
  }

  /** The lines of a diagram say as much as sentences. */
  #drawn(span: { start: number; end: number }, around: Around): void {
    const { text, lines } = this.#document.markdown;
    for (let start = text.indexOf("\n", span.start) + 1; start > 0 && start < span.end; ) {
      const newline = text.indexOf("\n", start);
      const end = newline === -1 || newline > span.end ? span.end : newline;
      const holds = { numbers: this.#numbers.any(start, end), choices: this.#choices.within(start, end), literals: false };
      if ((holds.numbers || holds.choices.length > 0) && !text.startsWith("```", start))
        this.#found.push(
          new Passage(this.#document, around, { start, line: lines.point(start).line, text: text.slice(start, end), holds }),
        );
      start = end + 1;
    }
  }
}

/** "- Input validation: at most 64 KB" has a label, and so has "- **Mail Gateway** (external): sends reminders". */
function labelled({ text, source }: Inline, around: Around): Around {
  const label =
    /^([A-Z][a-z]{2,30}(?: [a-z]{2,20}){0,3}): /.exec(text.slice(0, 100))?.[1] ??
    /^\*\*([^*\n]{2,60}?):?\*\*(?:\s\([^()\n]{1,60}\))?:?\s/.exec(source.slice(0, 140))?.[1];
  return label === undefined ? around : { ...around, keys: [...around.keys, `label:${nameKey(label)}`] };
}

/** Who lists where statements are answered, or has it written from the rest, states no value of anything. */
function listingSections(document: AlignedDocument): Section[] {
  return [...family(document, "coverage").flatMap(({ sections }) => sections), ...derivedSections(document.markdown)];
}
