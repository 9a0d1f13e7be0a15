import type { Verdict } from "../verdict/types.ts";
import { reportGithub } from "./formats/github.ts";
import { reportGitlab } from "./formats/gitlab.ts";
import { reportJson } from "./formats/json.ts";
import { reportJunit } from "./formats/junit.ts";
import { reportMarkdown } from "./formats/markdown.ts";
import { reportSarif } from "./formats/sarif.ts";
import { inAnyFormat } from "./in-any-format.ts";
import type { ReportOptions } from "./options.ts";

export type { ReportOptions } from "./options.ts";

import { reportText } from "./formats/text.ts";
import { PLAIN } from "./style.ts";
import { withSystem } from "./with-system.ts";

interface Format {
  summary: string;
  write(reviews: readonly Verdict[], options: ReportOptions): string;
}

/** The ways in which findings are written, of features. */
const FEATURES = {
  text: { summary: "for people at a terminal", write: (reviews, { style, mermaid }) => reportText(reviews, mermaid, style ?? PLAIN) },
  json: {
    summary: "for scripts, see schemas/report.schema.json",
    write: (reviews, { mermaid, system }) => reportJson(reviews, mermaid, system),
  },
  sarif: { summary: "SARIF 2.1.0, for code scanning", write: reportSarif },
  github: { summary: "workflow commands, which GitHub shows beside the lines", write: (reviews) => reportGithub(reviews) },
  gitlab: { summary: "GitLab's code quality report", write: (reviews) => reportGitlab(reviews) },
  junit: { summary: "JUnit XML, for test reports", write: reportJunit },
  markdown: {
    summary: "a comment on a pull request, and the validation report of the workflow",
    write: (reviews, { mermaid }) => reportMarkdown(reviews, mermaid),
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FEATURES;

/** The same, with the findings across features: the data for scripts keeps them apart, the others show them with their documents. */
export const FORMATS = Object.fromEntries(
  Object.entries(FEATURES).map(([name, { summary, write }]): [string, Format] => [
    name,
    {
      summary,
      // Whatever a report is written for, nothing in it is obeyed.
      write: (reviews, options) => inAnyFormat(write(name === "json" ? reviews : withSystem(reviews, options.system), options)),
    },
  ]),
) as Record<FormatName, Format>;
