import { type CodeTrace, tracedCode, traceFeature } from "../../core.ts";
import { reportTrace, reportTraceMarkdown } from "../../report/trace.ts";
import { reportCodeTrace, reportCodeTraceMarkdown } from "../../report/traced-code.ts";
import { count } from "../../report/words.ts";
import { type Told, tellByFeature } from "../tell-by-feature.ts";

const HELP = `
Shows each requirement of the PRD with its state and the sections of both documents that answer it: open, listed (only a row claims it), answered, agreeing (with all that it states literally), declined (by a departure, with its reason). What refines a requirement stands below it and is answered with it, unless what it states literally is missing; what the PRD excludes stands at the end. Findings, wrong assumptions and questions that the research report numbers (F1, Q2) follow: answered where the design cites them, declined by a departure, else open.

With --code, shows instead how far each statement has come: designed, implemented, tested, with the places at which a comment, the name of a test or the trailer of a commit names its id (FR-3, or E01-F02 FR-3 where features share ids; a feature that is named above in the file or in its path is meant as well). An id that the PRD no longer has, and a text that has changed since, is told.

Examples:
  $ groundplan trace E01-F02
  $ groundplan trace E01-F02 --format markdown
  $ groundplan trace --code --json

Exit status: 0 every requirement is answered, 1 one is open or none was read, or with --code a mention leads astray, 2 a mistake in use.`;

export const configure = tellByFeature(
  {
    written: "the matrix is",
    help: HELP,
    facts: traceFeature,
    text: reportTrace,
    markdown: reportTraceMarkdown,
    isOpen: ({ requirements }) => requirements.length === 0 || requirements.some(({ state }) => state === "open"),
  },
  {
    option: "--code",
    about: "how far each statement is designed, implemented and tested, by what code, tests and commits name",
    open(workspace, context) {
      const traced = tracedCode(workspace, context);
      const telling: Told<CodeTrace> = {
        facts: (model) => traced.of(model),
        text: (facts, _, style) => reportCodeTrace(facts, style),
        markdown: (facts) => reportCodeTraceMarkdown(facts),
        isOpen: ({ astray }) => astray.length > 0,
        atEnd: () =>
          traced.unclear > 0
            ? `${count(traced.unclear, "mention")} of an id that several features have, with nothing near that says which one is meant.\n`
            : "",
      };
      return telling as Told<object>;
    },
  },
);
