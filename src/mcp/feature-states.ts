import {
  driftTeller,
  type FeatureKey,
  folderOf,
  listFeatures,
  once,
  progressOf,
  type Remembered,
  remember,
  review,
  sourcesOf,
} from "../core.ts";
import type { Project, Session } from "./project.ts";

/** How far the design of a feature is. */
export interface FeatureState {
  /** Steps that are done, of 7. */
  done: number;
  /** The first step that is not, or `finished`, with how far the code has what is designed. */
  next: string;
  errors: number;
}

const remembered = new WeakMap<Session, Remembered<FeatureState>>();

/** @returns tells how far a feature is; of one that has not changed since it was asked for, without reading it */
export function featureStates(session: Session, { workspace, context, code, read }: Project): (key: FeatureKey) => FeatureState {
  const states = remembered.get(session) ?? remember<FeatureState>();
  remembered.set(session, states);
  const stateOf = states.now(workspace, code);
  const driftOf = context.survey && driftTeller(workspace, { ...context, survey: context.survey });
  // What one design has is no surprise to another.
  const designs = once(() =>
    listFeatures(workspace).map((key) => `${folderOf(workspace, key)}/${workspace.config.files["backend-design"]}`),
  );
  return (key) =>
    stateOf(key, () => {
      const feature = read(key);
      const reviewed = review(feature, context);
      const { done, next } = progressOf(reviewed);
      const built = next === "finished" && driftOf ? `, ${driftOf(reviewed.model).state}` : "";
      const value = {
        done,
        next: `${next}${built}`,
        errors: reviewed.findings.filter(({ severity }) => severity === "error").length,
      };
      return { value, sources: [...sourcesOf(workspace, feature), ...(built === "" ? [] : designs())] };
    });
}
