import { OUTPUT_KINDS } from "../config/config.ts";
import { linearPattern } from "../config/linear-pattern.ts";
import type { Feature } from "../feature/types.ts";
import { readCode } from "./code/read.ts";
import { readComponents, readFamilyRows, readFlows, readResearchedComponents } from "./components.ts";
import { readConventions } from "./conventions.ts";
import { readAside } from "./departures/read.ts";
import { readDiagrams } from "./diagrams/diagrams.ts";
import { alignFeature } from "./documents/align-feature.ts";
import { family } from "./documents/families.ts";
import { fieldParts, readValues } from "./documents/items.ts";
import { readLinks, readRecordMentions } from "./documents/links.ts";
import { readMappings } from "./documents/mapping.ts";
import { readOpenQuestions, readSecurity, readUserFlows } from "./documents/prd.ts";
import { readSuppressions } from "./documents/suppressions.ts";
import { readWaivers } from "./documents/waivers.ts";
import { readErrorUses } from "./interfaces/error-uses.ts";
import { readErrorCodes, readInterfaces } from "./interfaces/interfaces.ts";
import { joinContracts } from "./interfaces/join-contracts.ts";
import { readPatternUses } from "./pattern-uses.ts";
import { demandedOf } from "./reading/demand.ts";
import { rolesByTemplate } from "./reading/known.ts";
import { readInput } from "./reading/read.ts";
import { readRemarks } from "./remarks.ts";
import { readCitations } from "./requirements/cited.ts";
import { readResearchNotes } from "./research-notes.ts";
import { readResearchPoints } from "./research-points.ts";
import { readEntities, readStructures } from "./structures/structures.ts";
import { readTypeReferences } from "./structures/type-references.ts";
import type { AlignedDocument, InterfaceFacts, Known, MachineContracts, Model, Value } from "./types.ts";

/**
 * Reads all facts of a feature from its documents. Nothing is judged here, and no disk is read.
 *
 * @param machine what is agreed in the languages of machines
 */
export function buildModel(feature: Feature, context: Known, machine: MachineContracts): Model {
  const { documents, interfaceKinds } = alignFeature(feature, context);
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
  const mentions = readCitations(documents, { statements, requirements, idPatterns });
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
      notes: readResearchNotes(research, context.lexicon),
      points: readResearchPoints(research, documents.prd),
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
    ...(context.survey && { survey: context.survey }),
    suppressions: Object.values(documents).flatMap(readSuppressions),
    waivers: readWaivers({ documents }),
    remarks: readRemarks({ documents }),
    diagrams: OUTPUT_KINDS.flatMap((kind) => readDiagrams(documents[kind])),
    blocks: code.flatMap(({ blocks }) => blocks),
    code: code.flatMap(({ code }) => code),
  };
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
