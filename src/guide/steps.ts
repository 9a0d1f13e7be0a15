import { isWritten, type OutputKind } from "../config/config.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { allAlignments, fileOf } from "../model/query.ts";
import type { Model } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { fileName } from "../text/shorten.ts";
import { contradictsCode } from "./consequence.ts";
import { type Missing, openProposals } from "./pattern-proposals.ts";
import { staleSections, unansweredSince } from "./stale.ts";

export const STEP_IDS = [
  "analyze-requirements",
  "define-architecture",
  "design-interface",
  "apply-patterns",
  "align-domains",
  "quality-checklist",
  "finish",
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** One of the workflow's seven steps, with its gate. */
export interface Step {
  number: number;
  id: StepId;
  title: string;
  /** What counts as done. */
  gate: string;
  done: boolean;
  /** What keeps the gate closed, in words; empty when the step is done. */
  open: string[];
  /** The findings among it. */
  findings: WordedFinding[];
}

interface Gate {
  title: string;
  gate: string;
  open(review: Review): { findings?: WordedFinding[]; reasons?: string[] };
}

/** Checks whose findings belong to a later step than the document that they stand in. */
const LATER = new Set(["broken-link", "missing-cross-reference", "untraced-requirement", "unstated-security"]);

const MISSING: Readonly<Record<Missing, (pattern: string) => string>> = {
  decision: (pattern) => `no decision on ${pattern}`,
  link: (pattern) => `no link to ${pattern}`,
  reason: (pattern) => `no reason against ${pattern}`,
  place: (pattern) => `no place for ${pattern}, which is linked among the related documents alone`,
};

const GATES: Record<StepId, Gate> = {
  "analyze-requirements": {
    title: "Analyze the requirements",
    gate: "PRD and research report are there and readable, the PRD states requirements, what the inputs say of the code is so or decided otherwise, and the kinds of interface are chosen",
    open: (review) => ({
      findings: [
        ...inFiles(review, [fileOf(review.model, "prd"), fileOf(review.model, "research")], ({ check }) => check === "missing-document"),
        ...review.findings.filter(contradictsCode),
      ],
      reasons: undecided(review.model),
    }),
  },
  "define-architecture": {
    title: "Define the system architecture",
    gate: "every section of 02-architecture.md stands, and its own checks hold",
    open: (review) => ({ findings: own(review, "architecture"), reasons: outdated(review.model, "architecture") }),
  },
  "design-interface": {
    title: "Design the backend interface",
    gate: "every section of 04-backend-design.md that the kinds of interface call for stands, and its own checks hold",
    open: (review) => ({ findings: own(review, "backend-design"), reasons: outdated(review.model, "backend-design") }),
  },
  "apply-patterns": {
    title: "Apply the architecture patterns",
    gate: "each pattern that the feature calls for is applied by a link or declined with a reason",
    open: ({ model }) => ({
      reasons: openProposals(model).map(
        ({ pattern, link, because, missing }) => `${MISSING[missing](`${pattern.title} (${link})`)}, which is called for by "${because}"`,
      ),
    }),
  },
  "align-domains": {
    title: "Align with the other domains",
    gate: "contracts, data design and both outputs agree, and the security notes state each of their topics",
    open: (review) => ({
      findings: review.findings.filter(
        ({ check, category, severity }) => (category === "consistency" || check === "unstated-security") && severity === "error",
      ),
      reasons: securityNotes(review.model),
    }),
  },
  "quality-checklist": {
    title: "Pass the quality checklist",
    gate: "no finding at error level in any category",
    open: (review) => ({ findings: review.findings.filter(({ severity }) => severity === "error") }),
  },
  finish: {
    title: "Finish both documents",
    gate: "every link holds, every diagram is drawn where a browser is there, and the status of both documents is complete",
    open: (review) => ({ findings: review.findings.filter(({ check }) => check === "broken-link"), reasons: unfinished(review.model) }),
  },
};

/** Computes the seven steps of the workflow. State is derived from the documents and from nothing else. */
export function stepsOf(review: Review): Step[] {
  let before: string | undefined;
  return STEP_IDS.map((id, index) => {
    const { title, gate, open } = GATES[id];
    const { findings = [], reasons = [] } = open(review);
    const told = findings.map(({ text, place }) => `${place.file}:${place.line}: ${text}${whoseIs(review.model, place.file)}`);
    // What is built on an open step may have to change with it.
    const first = before === undefined || reasons.length + told.length > 0 ? [] : [`"${before}" comes first`];
    const all = [...reasons, ...told, ...first];
    if (all.length > 0) before ??= title;
    return { number: index + 1, id, title, gate, done: all.length === 0, open: all, findings };
  });
}

/** How far the design of a feature is. */
export interface Progress {
  /** Steps that are done, of 7. */
  done: number;
  /** The first step that is not, or `finished`. */
  next: StepId | "finished";
  /** How many things keep its gate closed. */
  open: number;
}

/** @returns how far a design is, in short: no finding is no promise that each gate is open. */
export function progressOf(review: Review): Progress {
  const steps = stepsOf(review);
  const next = steps.find(({ done }) => !done);
  return { done: steps.filter(({ done }) => done).length, next: next?.id ?? "finished", open: next?.open.length ?? 0 };
}

/** What keeps a gate closed in an input is not the author's to mend, and has a way out all the same. */
function whoseIs({ documents }: Model, file: string): string {
  const input = Object.values(documents).find((document) => document.file === file && !isWritten(document.kind));
  return input ? ` Whoever owns ${fileName(file)} mends it, or agrees to live with it: finish with waive and the reason.` : "";
}

/** @returns what the steps are called and when each is done, in order. */
export function describeSteps(): Pick<Step, "number" | "id" | "title" | "gate">[] {
  return STEP_IDS.map((id, index) => ({ number: index + 1, id, title: GATES[id].title, gate: GATES[id].gate }));
}

function inFiles({ findings }: Review, files: readonly string[], counts: (finding: WordedFinding) => boolean): WordedFinding[] {
  return findings.filter((finding) => files.includes(finding.place.file) && counts(finding));
}

/** The findings at error level that an output owes to itself. */
function own(review: Review, kind: OutputKind): WordedFinding[] {
  return inFiles(
    review,
    [fileOf(review.model, kind)],
    ({ check, severity, category }) => severity === "error" && category !== "consistency" && !LATER.has(check),
  );
}

/** What was written for requirements that are not what they were; what nothing cites yet is the architecture's to take up. */
function outdated(model: Model, kind: OutputKind): string[] {
  const name = (requirements: readonly { id: string }[]) => requirements.map(({ id }) => id).join(", ");
  const added = kind === "architecture" ? unansweredSince(model) : [];
  return [
    ...staleSections(model)
      .filter(({ document }) => document === kind)
      .map(({ section, because }) => `"${section}" of ${fileOf(model, kind)} was written before ${name(because)} changed`),
    ...(added.length > 0 ? [`nothing answers ${name(added)}, added since the design was finished`] : []),
  ];
}

function undecided({ interfaceKinds }: Model): string[] {
  return interfaceKinds.length > 0 ? [] : ["the kinds of interface are not chosen: any of api, library, cli, service"];
}

function securityNotes(model: Model): string[] {
  const design = model.documents["backend-design"];
  const notes = design && allAlignments(design).find(({ template }) => template.facts === "security");
  const written = notes?.sections.some(
    ({ lists, fields, tables, paragraphs }) => lists.length + fields.length + tables.length + paragraphs.length > 0,
  );
  return written ? [] : [`the security notes in ${fileOf(model, "backend-design")} are not written`];
}

function unfinished(model: Model): string[] {
  return (["architecture", "backend-design"] as const).flatMap((kind) => {
    const status = model.documents[kind]?.metadata.status;
    return status === "complete" ? [] : [`${fileOf(model, kind)} has the status ${status ?? "none"}`];
  });
}

/** @returns the first step whose gate is closed; undefined when the feature is finished. */
export function currentStep(steps: readonly Step[]): Step | undefined {
  return steps.find(({ done }) => !done);
}
