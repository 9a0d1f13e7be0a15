import { DOCUMENT_KINDS, type DocumentKind, type InterfaceKind, isOutput, OUTPUT_KINDS } from "../config/config.ts";
import { type LinearPattern, linearPattern } from "../config/linear-pattern.ts";
import { settingsFor } from "../config/settings.ts";
import type { Context } from "../context/types.ts";
import { derivedSections } from "../feature/derived.ts";
import type { Feature, FeatureDocument, FeatureKey } from "../feature/types.ts";
import type { Place } from "../findings/finding.ts";
import type { MarkdownDocument } from "../markdown/index.ts";
import { readCode } from "./code/read.ts";
import { readComponents, readFamilyRows, readFlows, readResearchedComponents } from "./components.ts";
import { readConventions } from "./conventions.ts";
import { readAside } from "./departures/read.ts";
import { readDiagrams } from "./diagrams/diagrams.ts";
import { alignDocument } from "./documents/align.ts";
import { familiesIn, family } from "./documents/families.ts";
import { fieldParts, readValues } from "./documents/items.ts";
import { readLinks, readRecordMentions } from "./documents/links.ts";
import { readMappings } from "./documents/mapping.ts";
import { readMetadata } from "./documents/metadata.ts";
import { readKinds, readOpenQuestions, readSecurity, readStatedKinds, readUserFlows } from "./documents/prd.ts";
import { sectionNames } from "./documents/section-names.ts";
import { readSuppressions } from "./documents/suppressions.ts";
import { readErrorUses } from "./interfaces/error-uses.ts";
import { readErrorCodes, readInterfaces } from "./interfaces/interfaces.ts";
import { joinContracts } from "./interfaces/join-contracts.ts";
import { readPatternUses } from "./pattern-uses.ts";
import { demandedOf } from "./reading/demand.ts";
import { alignByLexicon, rolesByTemplate } from "./reading/known.ts";
import { readInput } from "./reading/read.ts";
import { readMentions } from "./requirements/mentions.ts";
import { readEntities, readStructures } from "./structures/structures.ts";
import { readTypeReferences } from "./structures/type-references.ts";
import type { AlignedDocument, InterfaceFacts, MachineContracts, Mention, Model, Requirement, Value } from "./types.ts";

type Documents = Partial<Record<DocumentKind, AlignedDocument>>;

/**
 * Reads all facts of a feature from its documents. Nothing is judged here, and no disk is read.
 *
 * @param machine what is agreed in the languages of machines
 */
export function buildModel(feature: Feature, context: Context, machine: MachineContracts): Model {
  const prd = alignInput(feature, context, "prd");
  const interfaceKinds = kindsOf(feature, prd);
  const documents = alignAll(feature, context, interfaceKinds, prd);
  const { architecture, research, contracts } = documents;
  const design = documents["backend-design"];
  const idPatterns = context.config.requirementIds.map(linearPattern);
  const reading =
    documents.prd &&
    readInput({
      ...documents.prd,
      document: "prd",
      lexicon: context.lexicon,
      known: rolesByTemplate(documents.prd.alignments),
      idPatterns,
    });
  const statements = reading?.statements ?? [];
  const requirements = demandedOf(statements);
  const backend = readInterfaceFacts(design);
  const agreed = joinContracts(readInterfaceFacts(contracts), machine);
  const entities = readEntities(documents["data-design"]);
  const code = OUTPUT_KINDS.map((kind) => readCode(documents[kind]));
  const mentions = withCriteria(
    OUTPUT_KINDS.flatMap((kind) => mentionsIn(documents[kind], statements, idPatterns)),
    requirements,
  );
  const asides = OUTPUT_KINDS.map((kind) => readAside(documents[kind], mentions));
  return {
    key: feature.key,
    feature,
    context,
    files: context.config.files,
    documents,
    interfaceKinds,
    requirements,
    statements,
    reading,
    mentions,
    userFlows: readUserFlows(documents.prd),
    integrations: readFamilyRows(documents.prd, "integrations"),
    prdRisks: readFamilyRows(documents.prd, "risks"),
    openQuestions: readOpenQuestions(documents.prd),
    departures: asides.flatMap(({ departures }) => departures),
    undecided: asides.flatMap(({ questions }) => questions),
    security: readSecurity(documents.prd),
    research: {
      stack: readFamilyRows(research, "stack"),
      conventions: readFamilyRows(research, "conventions"),
      naming: readConventions(research),
      existingInterfaces: readFamilyRows(research, "existing-interfaces"),
      components: readResearchedComponents(research),
      decisions: readFamilyRows(research, "decisions"),
    },
    contracts: agreed,
    contractProblems: machine.problems,
    entities,
    architecture: {
      decisions: readFamilyRows(architecture, "decisions"),
      patterns: readFamilyRows(architecture, "patterns"),
      components: readComponents(architecture),
      flows: readFlows(architecture),
      internalIntegrations: readFamilyRows(architecture, "internal-integrations"),
      externalIntegrations: readFamilyRows(architecture, "external-integrations"),
      stack: readFamilyRows(architecture, "stack"),
      risks: readFamilyRows(architecture, "risks"),
    },
    backend: { ...backend, codebase: readFamilyValues(design, "codebase") },
    typeReferences: readTypeReferences(backend.structures, backend.interfaces),
    errorUses: readErrorUses(
      backend.interfaces,
      [...backend.errors, ...agreed.errors].map(({ code }) => code),
    ),
    mappings: readMappings(backend.structures, entities, documents["data-design"], design),
    links: Object.values(documents).flatMap(readLinks),
    decisionMentions: OUTPUT_KINDS.flatMap((kind) => readRecordMentions(documents[kind])),
    patternUses: OUTPUT_KINDS.flatMap((kind) => readPatternUses(documents[kind], context)),
    suppressions: Object.values(documents).flatMap(readSuppressions),
    diagrams: OUTPUT_KINDS.flatMap((kind) => readDiagrams(documents[kind])),
    blocks: code.flatMap(({ blocks }) => blocks),
    code: code.flatMap(({ code }) => code),
  };
}

/** Who speaks of a requirement speaks of its criteria, and of its parts that bear no ids of their own. */
function withCriteria(mentions: readonly Mention[], requirements: readonly Requirement[]): Mention[] {
  const criteria = new Map<string, string[]>();
  for (const { id, kind, parent, numbered } of requirements)
    if (parent !== undefined && (kind === "criterion" || !numbered)) criteria.set(parent, [...(criteria.get(parent) ?? []), id]);
  return mentions.flatMap((mention) => [mention, ...(criteria.get(mention.id) ?? []).map((id) => ({ ...mention, id }))]);
}

/** What contracts and backend design have in common. */
function readInterfaceFacts(document: AlignedDocument | undefined): InterfaceFacts {
  return {
    structures: readStructures(document),
    interfaces: readInterfaces(document),
    errors: readErrorCodes(document),
    pagination: readFamilyValues(document, "pagination"),
    rateLimits: readFamilyValues(document, "rate-limits"),
    versioning: readFamilyValues(document, "versioning"),
  };
}

function align(document: FeatureDocument, key: FeatureKey, context: Context, applies: (when: string) => boolean): AlignedDocument {
  const template = context.templates[document.kind];
  const aligned = alignDocument(document.markdown, template.sections, applies, sectionNames(context.lexicon));
  const alignments =
    document.kind === "prd" || document.kind === "research" ? alignByLexicon(aligned, document.markdown, context.lexicon) : aligned;
  const place: AlignedDocument["place"] = (span): Place => ({
    file: document.file,
    line: span.line,
    column: span.column,
    endLine: span.endLine,
    endColumn: span.endColumn,
  });
  return {
    ...document,
    template,
    settings: settingsFor(context.config, document.file),
    metadata: readMetadata(document, key),
    alignments,
    families: familiesIn(alignments),
    place,
  };
}

function alignInput(feature: Feature, context: Context, kind: DocumentKind): AlignedDocument | undefined {
  const document = feature.documents[kind];
  return document && !document.trouble ? align(document, feature.key, context, () => false) : undefined;
}

/** Sections that a condition calls for depend on the kinds of interface, and on which documents exist. */
function alignAll(feature: Feature, context: Context, kinds: readonly InterfaceKind[], prd: AlignedDocument | undefined): Documents {
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

function mentionsIn(document: AlignedDocument | undefined, requirements: readonly Requirement[], idPatterns: readonly LinearPattern[]) {
  if (!document) return [];
  const { markdown, place, kind } = document;
  const lines = markdown.lines;
  return readMentions(withoutDerived(markdown), (start, end) => place(lines.span(start, end)), kind, requirements, idPatterns);
}

/** What follows from the rest of a document proves nothing of it. */
function withoutDerived(markdown: MarkdownDocument): string {
  return derivedSections(markdown).reduce(
    (prose, { heading, span }) =>
      prose.slice(0, heading.end) + prose.slice(heading.end, span.end).replace(/\S/g, " ") + prose.slice(span.end),
    markdown.prose,
  );
}

/** The labelled fields of the sections of a family, under the template's spelling of each label. */
function readFamilyValues(document: AlignedDocument | undefined, facts: string): Record<string, Value> {
  if (!document) return {};
  return Object.assign(
    {},
    ...family(document, facts).flatMap(({ template, sections }) =>
      sections.map((section) =>
        readValues(
          section,
          fieldParts(template.parts).map(({ label }) => label),
          document.place,
        ),
      ),
    ),
  );
}
