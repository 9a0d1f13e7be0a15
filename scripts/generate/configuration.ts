import * as z from "zod";
import { ConfigSchema } from "../../src/config/schema.ts";

interface Json {
  description?: string;
  type?: string;
  enum?: string[];
  items?: Json;
  properties?: Record<string, Json>;
  additionalProperties?: Json | boolean;
}

/** The schema of the configuration file, for editors. */
export function configSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(ConfigSchema, { unrepresentable: "any" }), null, 2)}\n`;
}

/** The reference of the configuration file, from its schema. */
export function configReference(): string {
  const { properties = {} } = JSON.parse(configSchema()) as Json;
  const rows = Object.entries(properties)
    .filter(([key]) => key !== "$schema")
    .map(([key, schema]) => `| \`${key}\` | ${typeOf(schema)} | ${schema.description ?? ""} |`);
  return `# Configuration

groundplan works without one. Put \`groundplan.config.json\` or \`groundplan.config.yaml\` into the root of the project; the nearest one above the working directory counts, and its folder is the project. A mistake in it is told with its line and the allowed choices, and ends every command with exit status 2. \`groundplan check --print-config <file>\` shows what is set for a file.

| Key | Type | Meaning |
| --- | --- | --- |
${rows.join("\n")}

\`overrides\` set \`checks\`, \`lines\` and \`allowLanguages\` for the files that match, relative to the project; of several that match, the last one wins.

Globs know \`*\` and \`?\` within a name, \`**\` for any folders, \`[a-z]\`, \`{a,b}\`, and \`\\\` before what is meant as it stands. A folder means all below it, a name without a slash what is called so anywhere, and one that begins with \`!\` takes out what those before it mean. One that matches nothing is told on standard error.

JSON may hold comments and a comma at the end. Paths are relative to the project, and lead neither out of it nor into \`.git\`.

## Example

\`\`\`json
{
  "$schema": "./node_modules/groundplan/schemas/config.schema.json",
  "files": { "data-design": "03-database-design.md" },
  "checks": { "vague-wording": "warning" },
  "lines": { "architecture": { "max": 220 } },
  "requirementIds": ["SHOP-R[0-9]+"],
  "overrides": [
    { "files": ["docs/plan/E00-legacy/**"], "checks": { "line-count": "off" } },
    { "files": ["**/04-*.md"], "allowLanguages": ["json"] }
  ]
}
\`\`\`

## Suppressions

A finding is suppressed in place, with a reason: \`<!-- groundplan-ignore code-block: the payload is the partner's own -->\` stands before the block that it is for, at the end of a line, or before a heading for the whole section; \`groundplan-ignore-file\` is for the document. A suppression without a reason, or that suppresses nothing, is a finding itself: see [unused-suppression](checks/unused-suppression.md).

## Baseline

\`groundplan check --update-baseline\` writes the present findings to \`.groundplan-baseline.json\`; from then on they are let pass, and only new ones are reported. Findings are known by their content, so that a text may move. Entries that no longer occur are told; update the baseline to take them out. Commit the file.
`;
}

function typeOf({ type, enum: values, items, additionalProperties, properties }: Json): string {
  if (values) return values.map((value) => `\`${value}\``).join(", ");
  if (items) return `list of ${items.properties ? "objects" : "texts"}`;
  if (typeof additionalProperties === "object") return additionalProperties.enum ? `${typeOf(additionalProperties)} by check` : "object";
  return properties ? "object" : type === "string" ? "text" : (type ?? "object");
}
