import type { Hazard } from "../guide/hazards/index.ts";
import type { Place } from "../model/types.ts";
import { PLAIN, type Style } from "./style.ts";
import { count } from "./words.ts";

/**
 * Words what goes wrong in production as questions to a design, each with what gives rise to it and where it is dealt with.
 *
 * @param folder of the feature, which places leave out
 */
export function reportHazards(hazards: readonly Hazard[], folder: string, style: Style = PLAIN): string {
  const lines = hazards.flatMap(({ question, place, answer }) => [
    `${answer ? style.green("dealt with") : style.yellow("open      ")}  ${question}`,
    style.dim(`            from ${at(place, folder)}${answer ? `, dealt with at ${at(answer, folder)}` : ""}`),
  ]);
  return `${[...lines, ...(lines.length > 0 ? [""] : []), summary(hazards)].join("\n")}\n`;
}

/** Words the same as a Markdown list with boxes. */
export function reportHazardsMarkdown(hazards: readonly Hazard[], folder: string): string {
  const items = hazards.map(
    ({ question, place, answer }) =>
      `- [${answer ? "x" : " "}] ${question} (from ${at(place, folder)}${answer ? `; dealt with at ${at(answer, folder)}` : ""})`,
  );
  return `${[...items, ...(items.length > 0 ? [""] : []), summary(hazards)].join("\n")}\n`;
}

function at({ file, line }: Place, folder: string): string {
  return `${file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file}:${line}`;
}

function summary(hazards: readonly Hazard[]): string {
  if (hazards.length === 0)
    return "The design, as far as it is written and was understood, gives rise to no question that groundplan knows.";
  const open = hazards.filter(({ answer }) => !answer).length;
  return `${count(hazards.length, "question")}, ${open === 0 ? "all dealt with" : `${open} open`}. Answer each in the design, or say in a risk or a departure why not.`;
}
