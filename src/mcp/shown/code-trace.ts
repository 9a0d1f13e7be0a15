import type { CodeMention, CodeTrace, FeatureKey } from "../../core.ts";
import { addressOf } from "../resources/addresses.ts";
import { asData, fenced } from "./data.ts";
import { clip, takeFitting } from "./shorten.ts";

const ROOM = 16_000;
const MOST_PLACES = 6;
/** A mention that leads astray is to be mended; of more than these the number is told. */
const MOST_ASTRAY = 20;

/**
 * How far the statements of a PRD have come in the code, those first that lack something.
 *
 * @param unclear mentions of ids that several features have, with nothing near that says which one is meant
 */
export function showCodeTrace({ statements, astray }: CodeTrace, key: FeatureKey, unclear: number, all: boolean) {
  const traces = statements.map(({ requirement: { id, text }, designed, implemented, tested }) => ({
    id,
    text: asData(clip(text, 200)),
    state: stateOf(designed, implemented.length > 0, tested.length > 0),
    answered_in: [],
    implemented: implemented.slice(0, MOST_PLACES).map(placeOf),
    tested: tested.slice(0, MOST_PLACES).map(placeOf),
  }));
  const isOpen = ({ state }: { state: string }) => state !== "designed, implemented, tested";
  const open = traces.filter(isOpen);
  const told = all ? [...open, ...traces.filter((trace) => !isOpen(trace))] : open;
  const { kept: requirements, left: left_out } = takeFitting(told, told.length, ROOM);
  const lines = requirements.map(({ id, text, state, implemented, tested }) =>
    [
      `- ${id}: ${text} ${state}`,
      ...(implemented.length > 0 ? [`implemented in ${asData(implemented.join(", "))}`] : []),
      ...(tested.length > 0 ? [`tested in ${asData(tested.join(", "))}`] : []),
    ].join("; "),
  );
  const wrong = astray.slice(0, MOST_ASTRAY).map((one) => `- ${asData(`${placeOf(one)} names ${one.id}, ${WHY[one.why]}`)}`);
  const shown = [
    ...lines,
    ...wrong,
    ...(astray.length > MOST_ASTRAY ? [`- and ${astray.length - MOST_ASTRAY} more mentions like these`] : []),
  ];
  const text = [
    `${traces.length - open.length} of ${traces.length} designed, implemented and tested, by what code, tests and commits name${open.length < traces.length && !all ? " (all shows where)" : ""}; ${astray.length} mentions that the PRD does not bear out.`,
    ...(shown.length > 0 ? [fenced(`${key.epic}/${key.feature}`, shown.join("\n"))] : []),
    ...(left_out > 0 ? [`- and ${left_out} more in ${addressOf(key, "trace")}`] : []),
    ...(unclear > 0 ? [`${unclear} mentions of ids that several features have say nowhere near which one is meant.`] : []),
  ].join("\n");
  return { data: { answered: traces.length - open.length, open: open.length, requirements, left_out }, text };
}

const WHY = { gone: "which the PRD does not have", changed: "whose text has changed since" } as const;

function stateOf(designed: boolean, implemented: boolean, tested: boolean): string {
  const states = [...(designed ? ["designed"] : []), ...(implemented ? ["implemented"] : []), ...(tested ? ["tested"] : [])];
  return states.length > 0 ? states.join(", ") : "open";
}

const placeOf = ({ kind, file, line }: CodeMention): string => (kind === "commit" ? `commit ${file.slice(0, 10)}` : `${file}:${line}`);
