import { traceExcluded, traceRequirements } from "../../core.ts";
import { reportTrace, reportTraceMarkdown } from "../../report/trace.ts";
import { tellByFeature } from "../tell-by-feature.ts";

export const configure = tellByFeature({
  written: "the matrix is",
  help: "\nShows each requirement of the PRD with its state and the sections of both documents that answer it: open, listed (only a row claims it), answered, agreeing (with all that it states literally), declined (by a departure, with its reason). What refines a requirement stands below it and is answered with it, unless what it states literally is missing; what the PRD excludes stands at the end.\n\nExamples:\n  $ groundplan trace E01-F02\n  $ groundplan trace E01-F02 --format markdown\n\nExit status: 0 every requirement is answered, 1 one is open or none was read, 2 a mistake in use.",
  facts: (model) => ({ requirements: traceRequirements(model), excluded: traceExcluded(model) }),
  text: ({ requirements, excluded }, folder, style) => reportTrace(requirements, excluded, folder, style),
  markdown: ({ requirements, excluded }, folder) => reportTraceMarkdown(requirements, excluded, folder),
  isOpen: ({ requirements }) => requirements.length === 0 || requirements.some(({ state }) => state === "open"),
});
