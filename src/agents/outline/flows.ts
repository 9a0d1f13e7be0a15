import { cutAtWord, type Model, type StatedFlow, type StatedStep, statedIn } from "../../core.ts";
import { readCast } from "./cast.ts";
import { citation, listed } from "./cite.ts";
import { researched } from "./components.ts";
import { plain, sequence } from "./diagrams.ts";
import { blocks, diagram } from "./markdown.ts";

/** What flows may take of the document's lines. */
const MOST_LINES = 76;

/** @returns the PRD's numbered flows between the declared components; else its scenarios and stories */
export function flows(model: Model): string[] {
  const declared = researched(model).length > 0;
  const cast = readCast(model);
  if (declared && model.userFlows.length > 0)
    return blocks(
      ...model.userFlows.map((flow) => {
        const told = (step: { text: string } | undefined) => cutAtWord(step?.text ?? "", 160).replace(/(?<![.\s])[.\s]+$/, "");
        const [first, last] = [told(flow.steps[0]), told(flow.steps.at(-1))];
        return blocks([`### ${flow.name}`], [`First step: ${first}. Last step: ${last}.`], sequence(model, flow, cast));
      }),
    );
  let left = MOST_LINES;
  const shown = statedIn(model).flows.flatMap((flow) => {
    const lines = blocks(
      [`### ${flow.name}`],
      [`${about(flow)} (${flow.source ? citation([flow.source]) : listed(flow.ids)})`],
      drawn(flow, cast.external),
    );
    left -= lines.length + 1;
    return left >= 0 || left + lines.length + 1 === MOST_LINES ? [lines] : [];
  });
  return blocks(...shown);
}

function about({ about: told, name }: StatedFlow): string {
  const text = told === "" ? `What the PRD states of "${name}"` : told;
  return cutAtWord(text, 260).replace(/(?<![.:;,\s])[.:;,\s]+$/, "");
}

/** Conditions are branches, answers come back, and what nobody can be said to do is a note. */
function drawn({ system, steps }: StatedFlow, external: readonly string[]): string[] {
  const names = [...new Set([...steps.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()), system])];
  const ids = new Map(names.map((name, index) => [name, `p${index + 1}`]));
  const systems = new Set([system, ...external]);
  const declared = names.map((name) => `  ${systems.has(name) ? "participant" : "actor"} ${ids.get(name)} as ${plain(name)}`);
  const branches = steps.filter(({ when }) => when !== undefined).length;
  let open = false;
  const arrows = steps.flatMap((step) => {
    const line = `${open || step.when !== undefined ? "    " : "  "}${arrow(step, ids, system, systems)}`;
    if (step.when === undefined) return [line];
    const head = `  ${open ? "else" : branches > 1 ? "alt" : "opt"} ${plain(cutAtWord(step.when, 90))}`;
    open = true;
    return [head, line];
  });
  return diagram(["sequenceDiagram", ...declared, ...arrows, ...(open ? ["  end"] : [])]);
}

function arrow({ from, to, text }: StatedStep, ids: ReadonlyMap<string, string>, system: string, systems: ReadonlySet<string>): string {
  const said = plain(cutAtWord(text, 150));
  if (from === undefined || to === undefined) return `Note over ${ids.get(system)}: ${said}`;
  return `${ids.get(from)}${from === system && !systems.has(to) ? "-->>" : "->>"}${ids.get(to)}: ${said}`;
}
