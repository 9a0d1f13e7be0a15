import type { Severity, WordedFinding } from "../../findings/finding.ts";
import { isOpenDrift } from "../../guide/drift/compare.ts";
import type { Drift, DriftKind, DriftReport } from "../../guide/drift/types.ts";
import type { Model } from "../../model/types.ts";
import { visibleLine } from "../../text/visible.ts";
import { linesAt } from "../check-feature.ts";
import type { Verdict } from "../types.ts";

/** What each kind of difference means, and what to do about it. */
export const DRIFT_KINDS: Readonly<Record<DriftKind, { about: string; advice: string }>> = {
  "not-built": { about: "It is designed, and the code has nothing like it.", advice: "Build it, or take it out of the design." },
  removed: {
    about: "It was built, and the code has it no longer.",
    advice: "Bring it back, take it out of the design, or name it under Departures with the reason.",
  },
  "built-otherwise": {
    about: "The code has it under another name, with another type, or without a part of it.",
    advice: "Mend the code or the design, or name it under Departures with the reason.",
  },
  "not-designed": {
    about: "The code has it beside what was designed, and no design names it.",
    advice: "Write it into the design, or name it under Departures with the reason.",
  },
  "input-without-code": {
    about: "A research report says that the code has it, and the code does not.",
    advice: "`groundplan research` writes the rows of the report anew.",
  },
  "stale-input": {
    about: "A line of the code that the research report links has changed since the report was made.",
    advice: "`groundplan research` writes the rows of the report anew.",
  },
};

/** Differences as findings, so that they are written in every way in which findings are. What nobody has to decide on is left out. */
export function driftVerdict(model: Model, { drifts }: DriftReport): Verdict {
  const findings = drifts.filter(({ accepted }) => !accepted).map(asFinding);
  const lines = linesAt(
    findings.map(({ place }) => place),
    (file) => Object.values(model.documents).find((document) => document.file === file)?.markdown.text,
  );
  const suppressed = drifts.length - findings.length;
  return { key: model.key, folder: model.feature.folder, findings, checklist: [], suppressed, baselined: 0, stale: [], failed: [], lines };
}

/** Only what the code itself states is beyond doubt; what was read from its source may have been read wrongly. */
export function driftSeverity(drift: Drift): Severity {
  return isOpenDrift(drift) && drift.certain ? "error" : "warning";
}

function asFinding(drift: Drift): WordedFinding {
  const { kind, subject, text, design, code } = drift;
  return {
    check: `drift/${kind}`,
    category: "consistency",
    severity: driftSeverity(drift),
    message: kind,
    arguments: { subject },
    place: { ...design, column: 1 },
    ...(code && { related: { ...code, column: 1 } }),
    text: visibleLine(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`),
    advice: DRIFT_KINDS[kind].advice,
    page: "docs/survey.md",
  };
}
