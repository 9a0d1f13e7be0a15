import { type DecisionLog, readDecision } from "../context/decisions.ts";
import { readMarkdown } from "../markdown/index.ts";
import { resolveLink } from "./links/links.ts";
import { linkTargets } from "./links/targets.ts";
import { namesIn } from "./names-in.ts";
import { readText } from "./read-file.ts";
import { confine, type Workspace } from "./workspace.ts";

// What lies beside the records: the list of them, and the template of other tools.
const OTHER = /^(?:readme|index)\.md$|template/i;

/** Reads the decision records of a project; a project without any has an empty log. */
export function loadDecisions(workspace: Workspace): DecisionLog {
  const folder = workspace.config.decisions;
  const names = namesIn(confine(workspace, folder))
    .filter((name) => name.endsWith(".md") && !OTHER.test(name))
    .sort();
  const sources = names.flatMap((name) => {
    const file = `${folder}/${name}`;
    const read = readText(workspace, file);
    return read && !read.trouble ? [{ file, text: read.text, markdown: readMarkdown(read.text) }] : [];
  });
  const targets = linkTargets(workspace, sources);
  const isBroken = (url: string, file: string): boolean => {
    const { path: target, fragment, outside } = resolveLink(url, file);
    if (outside) return true;
    const found = target === undefined ? undefined : targets.get(target);
    return found !== undefined && (!found.exists || (fragment !== undefined && found.anchors?.has(fragment) === false));
  };
  return {
    decisions: sources.map(({ file, text }) => readDecision(text, file)),
    broken: sources.flatMap(({ file, markdown }) =>
      markdown.links
        .filter(({ wiki }) => !wiki)
        .flatMap(({ url, span }) => (isBroken(url, file) ? [{ url, place: { file, line: span.line, column: span.column } }] : [])),
    ),
  };
}
