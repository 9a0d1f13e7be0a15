import { basename } from "node:path";
import * as z from "zod";
import { formatKey } from "../../core.ts";
import { defineTool } from "../define.ts";
import { asData } from "../shown/data.ts";
import { takeFitting } from "../shown/shorten.ts";

const MOST = 150;
const ROOM = 16_000;
const MOST_UNREAD = 10;

const stateShape = z.object({
  epic: z.string(),
  feature: z.string(),
  done: z.number().describe("steps, of 7"),
  next: z.string(),
  errors: z.number(),
});
type State = z.output<typeof stateShape>;

export default defineTool({
  name: "list_features",
  title: "List features",
  description:
    "List the features of this project, with how far the design of each is in the seven steps. Gives the epic and feature keys that the other tools take.",
  input: z.strictObject({ epic: z.string().optional().describe("only its features") }),
  output: z.object({
    root: z.string().describe("the workspace, and which rule chose it"),
    features: z.array(stateShape),
    left_out: z.number(),
  }),
  effect: "reads",
  whenSlow: "Narrow it to one epic, and call it again.",
  async run({ epic }, project) {
    const { workspace, session, core } = project;
    const all = core.listFeatures(workspace);
    const keys = epic === undefined || epic.trim() === "" ? all : core.featuresOf(all, epic);
    const looked = keys.slice(0, MOST);
    const states: State[] = [];
    const stateOf = core.featureStates(session, project);
    for (const key of looked) {
      await project.work.step(states.length, looked.length, formatKey(key));
      states.push({ ...key, ...stateOf(key) });
    }
    const { kept: features } = takeFitting(states, MOST, ROOM);
    const left_out = keys.length - features.length;
    const root = `${basename(workspace.root)} (chosen by ${session.source})`;
    const lines = features.map(
      (feature) => `${formatKey(feature)}: ${feature.done} of 7 steps, next ${feature.next}, ${feature.errors} errors`,
    );
    const more = left_out > 0 ? [`and ${left_out} more; name an epic to see its features`] : [];
    const unread = core.leftOutFolders(workspace);
    const told = unread.slice(0, MOST_UNREAD).map(({ folder, why }) => `Not read: ${asData(folder)} (${why})`);
    if (unread.length > MOST_UNREAD) told.push(`and ${unread.length - MOST_UNREAD} more folders that are not read`);
    const text = [
      `Workspace: ${root}`,
      ...(keys.length === 0
        ? [`No features in ${workspace.config.plan}${epic === undefined ? "" : ` under this epic`}. Begin one with start_feature.`]
        : lines),
      ...more,
      ...told,
    ].join("\n");
    return { data: { root, features, left_out }, text };
  },
});
