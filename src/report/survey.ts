import type { Survey } from "../survey/types.ts";
import type { Style } from "./style.ts";
import { count } from "./words.ts";

interface Block {
  title: string;
  columns: string[];
  rows: string[][];
}

const at = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`;

const COUNTED = ["routes", "commands", "tables", "types", "events"] as const;

/** The facts as tables: what is found, and where. */
function blocksOf(survey: Survey): Block[] {
  const blocks: Block[] = [
    {
      title: "Languages",
      columns: ["Language", "Files", "Share", "Read"],
      rows: survey.languages.map(({ name, files, share, read }) => [
        name,
        String(files),
        `${(share * 100).toFixed(1)} %`,
        read ? "yes" : "no",
      ]),
    },
    {
      title: "Services",
      columns: ["Service", "Facts", "Place"],
      rows: survey.services.map((one) => [
        one.name,
        COUNTED.filter((kind) => one[kind] > 0)
          .map((kind) => count(one[kind], kind.slice(0, -1)))
          .join(", "),
        at(one),
      ]),
    },
    {
      title: "Frameworks",
      columns: ["Name", "Version", "Place"],
      rows: survey.frameworks.map((one) => [one.name, one.version ?? "", at(one)]),
    },
    {
      title: "Routes",
      columns: ["Method", "Path", "Query", "Handler", "Framework", "Place"],
      rows: survey.routes.map((one) => [
        one.method,
        one.path,
        (one.query ?? []).map(({ name }) => name).join(", "),
        one.handler ?? "",
        one.framework,
        at(one),
      ]),
    },
    {
      title: "Commands",
      columns: ["Command", "Arguments", "Flags", "Registered", "Place"],
      rows: survey.commands.map((one) => [
        one.name,
        one.arguments.join(" "),
        one.flags.map(({ name, short }) => (short ? `${short}, ${name}` : name)).join("; "),
        one.registered ? "yes" : "no",
        at(one),
      ]),
    },
    {
      title: "Tables",
      columns: ["Table", "Columns", "From", "Place"],
      rows: survey.tables.map((one) => [one.name, one.columns.map(({ name }) => name).join(", "), one.source, at(one)]),
    },
    {
      title: "Types",
      columns: ["Type", "Kind", "Fields", "Place"],
      rows: survey.types.map((one) => [one.name, one.kind, one.fields.map(({ name }) => name).join(", "), at(one)]),
    },
    {
      title: "Events",
      columns: ["Event", "Direction", "System", "Place"],
      rows: survey.events.map((one) => [one.name, one.direction, one.system, at(one)]),
    },
    {
      title: "Messages to people",
      columns: ["Sent by", "When", "Place"],
      rows: survey.mail.map((one) => [one.name, one.deferred ? "later" : "within the call", at(one)]),
    },
    {
      title: "Error and exit codes",
      columns: ["Code", "Kind", "Name", "Place"],
      rows: survey.codes.map((one) => [one.code, one.kind, one.name ?? "", at(one)]),
    },
    {
      title: "Surroundings",
      columns: ["Kind", "Name", "Detail", "Place"],
      rows: survey.settings.map((one) => [one.kind, one.name, one.detail ?? "", at(one)]),
    },
    {
      title: "Naming",
      columns: ["Kind", "Style", "Count", "Exceptions"],
      rows: survey.naming.map((one) => [
        one.kind,
        one.style,
        `${one.count} of ${one.all}`,
        one.exceptions
          .slice(0, 5)
          .map(({ name }) => name)
          .join(", "),
      ]),
    },
    { title: "Not read with certainty", columns: ["What", "Why", "Place"], rows: survey.unread.map((one) => [one.what, one.why, at(one)]) },
  ];
  return blocks.filter(({ rows }) => rows.length > 0);
}

/** @returns the survey for a terminal. */
export function reportSurvey(survey: Survey, style: Style): string {
  const head = survey.commit ? `commit ${survey.commit.slice(0, 12)}\n` : "";
  const blocks = blocksOf(survey).map(
    ({ title, rows }) =>
      `${style.bold(`${title} (${rows.length})`)}\n${rows.map((row) => `  ${row.filter((cell) => cell !== "").join("  ")}`).join("\n")}\n`,
  );
  return `${head}${blocks.join("\n")}`;
}

const partOf = ({ title }: Block): string => title.toLowerCase().replaceAll(" ", "-");

/** @returns the parts that a survey has facts for, as addresses name them: `routes`, `not-read-with-certainty` */
export function surveyParts(survey: Survey): string[] {
  return blocksOf(survey).map(partOf);
}

/**
 * @param part one of {@link surveyParts}; empty for all
 * @returns the survey, or a part of it, as a page of Markdown; undefined where there is no such part
 */
export function reportSurveyMarkdown(survey: Survey, part?: string): string | undefined {
  const blocks = blocksOf(survey).filter((block) => !part || partOf(block) === part.toLowerCase());
  if (blocks.length === 0 && part) return undefined;
  const cell = (text: string) => text.replace(/[\\|]/g, "\\$&").replace(/[\r\n]{1,9}/g, " ");
  const table = ({ title, columns, rows }: Block) =>
    [
      `## ${title}`,
      "",
      `| ${columns.join(" | ")} |`,
      `|${columns.map(() => " --- |").join("")}`,
      ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
      "",
    ].join("\n");
  return [`# Survey of the code${survey.commit ? ` at ${survey.commit.slice(0, 12)}` : ""}`, "", ...blocks.map(table)].join("\n");
}
