import { cutAtWord, type Model, type Source, type StatedFlow, type StatedStep, statedIn } from "../../core.ts";
import { readCast } from "./cast.ts";
import { citation, listed } from "./cite.ts";
import { researched } from "./components.ts";
import { plain, sequence } from "./diagrams.ts";
import { blocks, diagram } from "./markdown.ts";
import { from } from "./origins.ts";

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
        return blocks([`### ${flow.name}`], [from(`First step: ${first}. Last step: ${last}.`, flow.place)], sequence(model, flow, cast));
      }),
    );
  let left = MOST_LINES;
  const shown = statedIn(model).flows.flatMap((flow) => {
    const lines = blocks(
      [`### ${flow.name}`],
      [from(`${about(flow)} (${flow.source ? citation([flow.source]) : listed(flow.ids)})`, ...sourcesOf(flow))],
      drawn(flow, [...cast.external, ...cast.application]),
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
function drawn({ system, steps }: StatedFlow, parts: readonly string[]): string[] {
  const names = [...new Set([...steps.flatMap(({ from: sender, to, over }) => [sender ?? [], to ?? [], over ?? []].flat()), system])];
  const ids = new Map(names.map((name, index) => [name, `p${index + 1}`]));
  const systems = new Set([system, ...parts]);
  const declared = names.map((name) => `  ${systems.has(name) ? "participant" : "actor"} ${ids.get(name)} as ${plain(name)}`);
  return diagram(["sequenceDiagram", ...declared, ...stepLines(steps, (step) => arrow(step, ids, system, systems))]);
}

/** One branch alone is an option, several are cases of one. */
function stepLines(steps: readonly StatedStep[], draw: (step: StatedStep) => string): string[] {
  let open = false;
  const lines = steps.flatMap((step, index) => {
    const { when, otherwise, ends, loop } = step;
    const own: string[] = [];
    if (open && when === undefined && loop === undefined) own.push(`    ${draw(step)}`);
    else if (loop !== undefined) {
      if (open) own.push("  end");
      open = false;
      own.push(`  loop ${plain(cutAtWord(loop, 90))}`, `    ${draw(step)}`, "  end");
    } else if (when !== undefined) {
      const next = steps.slice(index + 1).find((other) => other.when !== undefined);
      const isFurther = ends ? steps[index + 1]?.otherwise === true : next !== undefined && !next.ends;
      const head = open ? "else" : isFurther ? "alt" : "opt";
      own.push(`  ${otherwise && !open ? "opt" : head} ${plain(cutAtWord(when, 90))}`, `    ${draw(step)}`);
      open = true;
    } else own.push(`  ${draw(step)}`);
    if (open && ends && !steps[index + 1]?.otherwise) {
      own.push("  end");
      open = false;
    }
    return own;
  });
  return open ? [...lines, "  end"] : lines;
}

function sourcesOf({ source, steps }: StatedFlow): (Source | undefined)[] {
  return source ? [source] : steps.map((step) => step.source);
}

function arrow(step: StatedStep, ids: ReadonlyMap<string, string>, system: string, systems: ReadonlySet<string>): string {
  const { from: sender, to, over, text, source } = step;
  const said = plain(cutAtWord(text, 150));
  if (sender === undefined || to === undefined) return from(`Note over ${ids.get(over ?? system)}: ${said}`, source);
  const isAnswer = sender === system && !systems.has(to);
  return from(`${ids.get(sender)}${isAnswer ? "-->>" : "->>"}${ids.get(to)}: ${said}`, source);
}
