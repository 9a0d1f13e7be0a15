import { requirementKey } from "../../model/requirements/ids.ts";
import type { Model } from "../../model/types.ts";
import { type Trace, traceRequirements } from "../trace.ts";
import type { Astray, Built, CodeMention, CodeTrace } from "./types.ts";

/**
 * Lays what code, tests and commits say of a feature's requirements beside them.
 *
 * @param mentions of all features
 * @param isChanged says of a mention whether the statement said something else when it was written
 */
export function traceCode(model: Model, mentions: readonly CodeMention[], isChanged: (mention: CodeMention) => boolean): CodeTrace {
  const own = mentions.filter(({ feature }) => feature.epic === model.key.epic && feature.feature === model.key.feature);
  const byKey = new Map<string, CodeMention[]>();
  for (const mention of own) byKey.set(requirementKey(mention.id), [...(byKey.get(requirementKey(mention.id)) ?? []), mention]);
  const traces = new Map(traceRequirements(model).map((trace) => [trace.requirement.id, trace]));
  const statements = model.statements
    .filter(({ id, excluded }) => excluded === undefined && (traces.has(id) || byKey.has(requirementKey(id))))
    .map((requirement): Built => {
      const mentioned = byKey.get(requirementKey(requirement.id)) ?? [];
      return {
        requirement,
        designed: isDesigned(traces.get(requirement.id)),
        implemented: mentioned.filter(({ kind }) => kind !== "test"),
        tested: mentioned.filter(({ kind }) => kind === "test"),
      };
    });
  const stated = new Set(model.statements.map(({ id }) => requirementKey(id)));
  const astray = own.flatMap((mention): Astray[] => {
    if (!stated.has(requirementKey(mention.id))) return [{ ...mention, why: "gone" }];
    return isChanged(mention) ? [{ ...mention, why: "changed" }] : [];
  });
  return { statements, astray };
}

function isDesigned(trace: Trace | undefined): boolean {
  return trace !== undefined && trace.state !== "open" && trace.state !== "listed";
}
