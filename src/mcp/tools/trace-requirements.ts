import * as z from "zod";
import { featureKey, groupBy } from "../../core.ts";
import { defineTool } from "../define.ts";
import { addressOf } from "../resources/addresses.ts";
import { showCodeTrace } from "../shown/code-trace.ts";
import { asData, fenced } from "../shown/data.ts";
import { keyShape } from "../shown/shapes.ts";
import { clip, takeFitting } from "../shown/shorten.ts";

const ROOM = 16_000;
const MOST_PLACES = 8;
/** Of what is open beyond these, the ids are told. */
const MOST_TOLD = 20;

export default defineTool({
  name: "trace_requirements",
  title: "Trace requirements",
  description:
    "Show which requirements of the PRD are open in the design, and where the others are answered: the traceability matrix. With code: which are implemented and tested.",
  input: z.strictObject({
    ...keyShape,
    all: z.boolean().optional().describe("the answered ones too"),
    code: z.boolean().optional().describe("what code and tests name instead"),
  }),
  output: z.object({
    answered: z.number(),
    open: z.number(),
    requirements: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          state: z.string(),
          answered_in: z.array(z.string()),
          implemented: z.array(z.string()).optional(),
          tested: z.array(z.string()).optional(),
        }),
      )
      .describe("the open ones first"),
    left_out: z.number(),
  }),
  read: true,
  effect: "reads",
  run(
    { epic, feature, all = false, code = false },
    { workspace, read, context, core: { review, tracedCode, tracePoints, traceRequirements } },
  ) {
    const { model } = review(read(featureKey(epic, feature)), context);
    if (code) {
      const traced = tracedCode(workspace, context);
      return showCodeTrace(traced.of(model), { epic, feature }, traced.unclear, all);
    }
    const traces = traceRequirements(model).map(({ requirement, state, answers }) => ({
      id: requirement.id,
      text: asData(clip(requirement.text, 200)),
      state,
      answered_in: answers
        .slice(0, MOST_PLACES)
        .map(({ place, section }) => `${place.file.slice(model.feature.folder.length + 1)}:${place.line} ${section}`),
    }));
    const isOpen = ({ state }: { state: string }) => state === "open" || state === "listed";
    const openOnes = traces.filter(isOpen);
    const others = traces.filter((trace) => !isOpen(trace));
    const { kept: requirements, left: left_out } = takeFitting([...openOnes, ...others], traces.length, ROOM);
    const told = all ? requirements : requirements.filter(isOpen);
    const lines = told.map(
      ({ id, text, state, answered_in }) =>
        `- ${id}: ${text} ${state === "open" ? "OPEN" : state === "listed" ? `ONLY LISTED in ${answered_in.join("; ")}` : `${state} in ${answered_in.join("; ")}`}`,
    );
    const points = tracePoints(model).filter(({ state }) => all || state === "open");
    lines.push(
      ...points.map(
        ({ point: { id, kind, text }, state }) =>
          `- ${id}: ${asData(clip(text, 200))} (${kind} of the research report) ${state === "open" ? "OPEN" : state}`,
      ),
    );
    const cut = all ? lines : lines.slice(0, MOST_TOLD);
    const named = all ? [] : told.slice(MOST_TOLD).map(({ id }) => id);
    const states = [...groupBy(others, ({ state }) => state)].map(([state, { length }]) => `${length} ${state}`);
    const text = [
      `${others.length} answered${others.length > 0 && !all ? ` (${states.join(", ")}; all shows where)` : ""}, ${openOnes.length} open or only listed.`,
      ...(lines.length > 0
        ? [fenced(`${epic}/${feature}`, [...cut, ...(named.length > 0 ? [`- and ${asData(named.join(", "))}`] : [])].join("\n"))]
        : []),
      ...(left_out > 0 && (all || openOnes.length > requirements.length)
        ? [`- and ${left_out} more in ${addressOf({ epic, feature }, "trace")}`]
        : []),
    ].join("\n");
    return { data: { answered: others.length, open: openOnes.length, requirements, left_out }, text };
  },
});
