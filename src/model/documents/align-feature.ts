import { DOCUMENT_KINDS, type DocumentKind, type InterfaceKind, isOutput } from "../../config/config.ts";
import { settingsFor } from "../../config/settings.ts";
import type { Lexicon } from "../../context/lexicon/types.ts";
import type { Context, Template } from "../../context/types.ts";
import type { Feature, FeatureDocument, FeatureKey } from "../../feature/types.ts";
import type { Place } from "../../findings/finding.ts";
import type { MarkdownDocument } from "../../markdown/index.ts";
import { alignByLexicon } from "../reading/known.ts";
import type { AlignedDocument } from "../types.ts";
import { alignDocument } from "./align.ts";
import { familiesIn, ownSections } from "./families.ts";
import { readMetadata } from "./metadata.ts";
import { readKinds, readStatedKinds } from "./prd.ts";
import { backgroundOf, sectionNames } from "./section-names.ts";
import { inStandardWords } from "./standard-words.ts";

/** The documents of a feature that can be read, each beside its template. */
export interface AlignedFeature {
  documents: Partial<Record<DocumentKind, AlignedDocument>>;
  /** Empty where neither an output nor the PRD says which there are. */
  interfaceKinds: InterfaceKind[];
}

/**
 * Lays each document of a feature beside its template. Which sections a condition calls for depends on the kinds of interface, which the
 * PRD may state, so that it is read first.
 */
export function alignFeature(feature: Feature, context: Context): AlignedFeature {
  const prd = alignInput(feature, context, "prd");
  const interfaceKinds = kindsOf(feature, prd);
  return { documents: alignAll(feature, context, interfaceKinds, prd), interfaceKinds };
}

function align(document: FeatureDocument, key: FeatureKey, context: Context, applies: (when: string) => boolean): AlignedDocument {
  const template = context.templates[document.kind];
  const { markdown, alignments } = inTemplate(document, template, context.lexicon, applies);
  const place: AlignedDocument["place"] = (span): Place => ({
    file: document.file,
    line: span.line,
    column: span.column,
    endLine: span.endLine,
    endColumn: span.endColumn,
  });
  return {
    ...document,
    markdown,
    template,
    settings: settingsFor(context.config, document.file),
    metadata: readMetadata(document, key),
    alignments,
    families: familiesIn(alignments),
    background: backgroundOf(markdown, context.lexicon, ownSections(alignments)),
    place,
  };
}

/** Which labels a section may have is known once it has its place; what they are called may then decide what is a record of it. */
function inTemplate(
  { kind, markdown }: FeatureDocument,
  { sections }: Template,
  lexicon: Lexicon,
  applies: (when: string) => boolean,
): Pick<AlignedDocument, "markdown" | "alignments"> {
  const align = (document: MarkdownDocument) => {
    const aligned = alignDocument(document, sections, applies, sectionNames(lexicon));
    return kind === "prd" || kind === "research" ? alignByLexicon(aligned, document, lexicon) : aligned;
  };
  const alignments = align(markdown);
  const standard = inStandardWords(markdown, alignments, lexicon);
  return { markdown: standard, alignments: standard === markdown ? alignments : align(standard) };
}

function alignInput(feature: Feature, context: Context, kind: DocumentKind): AlignedDocument | undefined {
  const document = feature.documents[kind];
  return document && !document.trouble ? align(document, feature.key, context, () => false) : undefined;
}

/** Sections that a condition calls for depend on the kinds of interface, and on which documents exist. */
function alignAll(
  feature: Feature,
  context: Context,
  kinds: readonly InterfaceKind[],
  prd: AlignedDocument | undefined,
): AlignedFeature["documents"] {
  const applies = (when: string) =>
    (kinds as readonly string[]).includes(when) ||
    ((DOCUMENT_KINDS as readonly string[]).includes(when) && feature.documents[when as DocumentKind] !== undefined);
  const readable = Object.values(feature.documents).filter(({ trouble }) => trouble === undefined);
  const aligned = readable.map((document) =>
    document.kind === "prd" && prd ? prd : align(document, feature.key, context, isOutput(document.kind) ? applies : () => false),
  );
  return Object.fromEntries(aligned.map((document) => [document.kind, document]));
}

/** What the outputs declare counts; before they exist, what the PRD declares or states. */
function kindsOf(feature: Feature, prd: AlignedDocument | undefined): InterfaceKind[] {
  for (const kind of ["backend-design", "architecture", "prd"] as const) {
    const declared = readKinds(feature.documents[kind]?.markdown.frontMatter.data.interfaces);
    if (declared.length > 0) return declared;
  }
  return readStatedKinds(prd);
}
