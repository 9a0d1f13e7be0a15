import { LineCounter, parseDocument } from "yaml";
import { yamlNestsTooDeep } from "../../text/yaml-nesting.ts";
import type { Project } from "../project.ts";

/** Routes that Symfony's settings name in YAML. */
export function collectSymfonyFiles(project: Project): void {
  for (const { path: file, text } of project.plain.values()) {
    if (!/(?:^|\/)config\/routes(?:\.ya?ml$|\/.{1,200}\.ya?ml$)/.test(file) || text.length > 200_000 || yamlNestsTooDeep(text)) continue;
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, logLevel: "silent" });
    const all = document.errors.length === 0 ? (document.toJS({ maxAliasCount: 50 }) as Record<string, Entry | null> | null) : null;
    for (const [name, entry] of Object.entries(all ?? {})) {
      if (!entry || typeof entry.path !== "string" || entry.resource !== undefined) continue;
      const node = document.get(name, true) as { range?: [number, number, number] } | undefined;
      const line = node?.range ? Math.max(1, lines.linePos(node.range[0]).line - 1) : 1;
      const verbs = typeof entry.methods === "string" ? entry.methods.split(/[|,]/) : (entry.methods ?? ["ANY"]);
      for (const verb of verbs)
        project.routes.push({
          method: verb.trim().toUpperCase(),
          path: `/${entry.path}`.replace(/^\/{2}/, "/"),
          handler: entry.controller,
          framework: "symfony",
          file,
          line,
        });
    }
  }
}

interface Entry {
  path?: unknown;
  resource?: unknown;
  controller?: string;
  methods?: string | string[];
}
