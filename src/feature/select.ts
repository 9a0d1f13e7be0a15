import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { KnownError } from "../findings/errors.ts";
import { closest, nameKey } from "../text/names.ts";
import { visibleLine } from "../text/visible.ts";
import { formatKey, isSameName } from "./key.ts";
import { leftOutFolders, listFeatures } from "./list-features.ts";
import { featuresOf, meantFeatures } from "./meant.ts";
import type { FeatureKey } from "./types.ts";
import { portable, type Workspace } from "./workspace.ts";

/**
 * Finds the features that words on a command line mean: keys (`E01/E01-F02`, or the beginning of a feature's
 * name), epics, or paths of folders and files in the plan.
 *
 * @param targets none means all features
 * @param cwd where relative paths begin
 * @throws KnownError (`target`) for a word that means no feature, (`no-features`) for a workspace without any
 */
export function selectFeatures(workspace: Workspace, targets: readonly string[], cwd: string): FeatureKey[] {
  const all = listFeatures(workspace);
  if (all.length === 0) {
    const others = leftOutFolders(workspace).map(({ folder, why }) => `; ${folder} is none: ${why}`);
    throw new KnownError(
      "no-features",
      `no feature in ${workspace.config.plan}${others.slice(0, 5).join("")}${others.length > 5 ? `; and ${others.length - 5} more` : ""}`,
      "Create one with `groundplan new <epic>/<feature>`, or name the project with --root.",
    );
  }
  if (targets.length === 0) return all;
  const chosen = new Set(targets.flatMap((target) => matching(workspace, target, cwd, all)));
  return all.filter((key) => chosen.has(key));
}

function matching(workspace: Workspace, target: string, cwd: string, all: readonly FeatureKey[]): FeatureKey[] {
  // A path that was written on Windows means the same everywhere: no key holds a backslash.
  const word = target.replaceAll("\\", "/");
  const path = pathInPlan(workspace, target, cwd) ?? pathInPlan(workspace, word, cwd);
  const [epic = "", feature] = (path ?? word).replace(/(?<!\/)\/+$/, "").split("/");
  const exact = all.filter((key) =>
    feature === undefined
      ? isSameName(key.epic, epic) || isSameName(key.feature, epic)
      : isSameName(key.epic, epic) && isSameName(key.feature, feature),
  );
  if (exact.length > 0) return exact;
  if (path === "") return [...all];
  const alike = meantFeatures(all, feature === undefined ? undefined : epic, feature ?? epic);
  if (alike.length === 1) return alike;
  const ofEpic = feature === undefined ? featuresOf(all, epic) : [];
  if (ofEpic.length > 0) return ofEpic;
  if (visibleLine(word) !== word) throw unknown(target, all, false);
  const name = nameKey(feature ?? epic);
  const beginning = all.filter((key) => nameKey(key.feature).startsWith(name) && name !== "");
  if (beginning.length === 1) return beginning;
  throw unknown(target, beginning.length > 1 ? beginning : all, beginning.length > 1);
}

/** A path that exists, as it stands below the plan; undefined for words that are no path. */
function pathInPlan(workspace: Workspace, target: string, cwd: string): string | undefined {
  const absolute = resolve(cwd, target);
  if (!existsSync(absolute)) return undefined;
  const inside = relative(join(workspace.root, workspace.config.plan), absolute);
  if (inside === "" || workspace.root.startsWith(absolute)) return "";
  return inside.split(sep)[0] === ".." ? undefined : portable(inside);
}

function unknown(target: string, candidates: readonly FeatureKey[], ambiguous: boolean): KnownError {
  const names = candidates.map(formatKey);
  const suggestion = ambiguous ? undefined : closest(target, [...names, ...candidates.map(({ feature }) => feature)]);
  const listed = names.slice(0, 8).join(", ") + (names.length > 8 ? `, and ${names.length - 8} more` : "");
  return new KnownError(
    "target",
    ambiguous ? `"${target}" means more than one feature` : `no feature "${visibleLine(target)}"`,
    `${suggestion ? `Did you mean ${suggestion}? ` : ""}The features are: ${listed}.`,
  );
}
