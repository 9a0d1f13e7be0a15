import { askGit } from "../../disk/git.ts";
import { once } from "../../text/once.ts";

/** When lines and commits were written, as git knows it. */
export interface History {
  /** @returns the commit that wrote a line; undefined where it is not committed, or nothing is known */
  writer(file: string, line: number): string | undefined;
  /** @returns the text of a file at a commit */
  textAt(commit: string, file: string): string | undefined;
  /** @returns the trailers of commits, the newest first */
  trailers(): { commit: string; text: string }[];
}

const MOST_COMMITS = 5_000;
const LIMITS = { patience: 20_000, most: 64 * 1024 * 1024 };

/** @returns the history of a repository; one that says nothing where there is no git */
export function historyOf(root: string): History {
  const writers = new Map<string, readonly string[]>();
  const texts = new Map<string, string | undefined>();
  const prefix = once(() => askGit(root, ["rev-parse", "--show-prefix"])?.trim() ?? "");
  return {
    writer(file, line) {
      const known = writers.get(file) ?? blame(root, file);
      writers.set(file, known);
      return known[line - 1];
    },
    textAt(commit, file) {
      const name = `${commit}:${prefix()}${file}`;
      if (!texts.has(name)) texts.set(name, askGit(root, ["cat-file", "blob", name], LIMITS));
      return texts.get(name);
    },
    trailers() {
      const told = askGit(root, ["log", "-n", String(MOST_COMMITS), "--format=%H%x1f%(trailers:only,unfold)%x1e", "HEAD"], LIMITS) ?? "";
      return told.split("\x1e").flatMap((entry) => {
        const [commit = "", text = ""] = entry.trim().split("\x1f");
        return text.trim() === "" ? [] : [{ commit, text: text.trim() }];
      });
    },
  };
}

/** The commits that wrote the lines of a file, in order. */
function blame(root: string, file: string): string[] {
  const told = askGit(root, ["blame", "--porcelain", "--", file], LIMITS) ?? "";
  const writers: string[] = [];
  for (const [, commit = "", line] of told.matchAll(/^([0-9a-f]{40,64}) \d{1,9} (\d{1,9})/gm))
    writers[Number(line) - 1] = /^0+$/.test(commit) ? "" : commit;
  return writers.map((commit) => commit ?? "");
}
