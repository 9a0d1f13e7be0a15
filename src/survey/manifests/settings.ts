import type { Project } from "../project.ts";
import type { Setting } from "../types.ts";

const KINDS: readonly [string, RegExp][] = [
  ["container", /(?:^|\/)(?:[^/]{0,60}\.)?Dockerfile(?:\.[^/]{1,60})?$/],
  ["compose", /(?:^|\/)(?:docker-)?compose[^/]{0,60}\.ya?ml$/],
  ["ci", /\.github\/workflows\/|\.gitlab-ci\.ya?ml$|Jenkinsfile$|azure-pipelines\.ya?ml$|\.circleci\//],
  ["infrastructure", /\.tf$|(?:^|\/)Chart\.yaml$|(?:^|\/)(?:k8s|kubernetes|manifests|helm|deploy)\//],
  ["contract", /(?:openapi|swagger|asyncapi)[^/]{0,40}\.(?:ya?ml|json)$/],
];

/** What stands around the code: containers with their base, services of compose files, pipelines, infrastructure, contracts. No value of a variable is told. */
export function settingsOf(project: Project): Setting[] {
  const found: Setting[] = [];
  for (const { path, text } of project.plain.values()) {
    const kind = KINDS.find(([, name]) => name.test(path))?.[0];
    if (!kind) continue;
    const lines = text.split("\n").slice(0, 5_000);
    if (kind === "container")
      for (const [index, line] of lines.entries()) {
        const base = /^FROM\s{1,9}(?:--\S{1,60}\s{1,9})?([^\s$]{1,200})/i.exec(line)?.[1];
        if (base) found.push({ kind, name: base, file: path, line: index + 1 });
      }
    else if (kind === "compose")
      for (const [index, line] of lines.entries()) {
        const image = /^\s{2,20}image:\s{0,9}["']?([\w./@:-]{1,200})["']?\s{0,9}$/.exec(line)?.[1];
        if (image) found.push({ kind, name: image, file: path, line: index + 1 });
      }
    else if (kind === "infrastructure" && path.endsWith(".tf"))
      for (const [index, line] of lines.entries()) {
        const resource = /^resource\s{1,9}"([\w-]{1,80})"\s{1,9}"([\w-]{1,80})"/.exec(line);
        if (resource) found.push({ kind, name: resource[1] as string, detail: resource[2] as string, file: path, line: index + 1 });
      }
    else found.push({ kind, name: path.split("/").at(-1) as string, file: path, line: 1 });
  }
  return found;
}
