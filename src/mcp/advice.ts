import { KnownError, packageRoot } from "../core.ts";

/** Where the core's advice names a command, an assistant needs the name of a tool. */
const ADVICE: Readonly<Record<string, string>> = {
  "unknown-feature": "Call list_features for the features that exist, or start_feature to begin this one.",
  "no-feature": "Call list_features for the features that exist, or start_feature to begin this one.",
  "not-started": "Call start_feature first: it creates both documents with their front matter.",
  "stale-revision":
    "Nothing was written. Somebody else may have edited the document: read it again, call check_feature for its present revision, and repeat the change on the present text.",
  workspace: "The folder of the project is gone, or is no folder any more: ask the person to start the server again, with --root.",
  "no-patterns": "Call search_patterns: it finds the shipped ones.",
};

const DEFECT =
  "internal error of groundplan. Call check_feature to see the present state of the documents, and repeat the call once; if it fails again, tell the person.";

/**
 * Words what was thrown, for a model: cause and recovery step.
 *
 * @param root absolute path of the workspace, which is not told
 * @returns no stack trace, and no path of this machine
 */
export function wordError(thrown: unknown, root: string): string {
  if (!(thrown instanceof KnownError)) return DEFECT;
  const cause = thrown.message.replace(/(?<![.\s])[.\s]+$/, "");
  return withoutPaths(`${cause}. ${adviceFor(thrown)}`, root);
}

/** @returns the recovery step, in the words of the tools. */
export function adviceFor({ code, advice }: KnownError): string {
  const words = ADVICE[code] ?? advice;
  // Which one is the nearest, the core knows.
  return code === "unknown-feature" ? `${advice} ${words}`.trim() : words;
}

function withoutPaths(text: string, root: string): string {
  return text.replaceAll(root, "the workspace").replaceAll(packageRoot(), "groundplan");
}
