import type { Survey } from "../../../src/survey/types.ts";

const FRONT = (title: string, more = "") =>
  `---\nepic: E09-public\nfeature: E09-F01-application\ntitle: ${title}\nstatus: complete\nlast_updated: 2026-01-01\n${more}---\n`;

/** A backend design and a data design that say what a survey has found, as somebody would have written them for it. */
export function designOf({ routes, commands, types, tables }: Survey): { backend: string; data: string } {
  const endpoints = routes.map(({ method, path, query = [] }) => {
    const parameters = query.map(({ name, type = "string" }) => `query \`${name}\` ${type}`).join("; ");
    return `#### ${method} ${path.replace(/:(\w+)/g, "{$1}")}\n\n- **Purpose**: As built.\n- **Parameters**: ${parameters || "none"}\n- **Response**: \`200\`\n`;
  });
  const lines = commands
    .filter(({ registered, name }) => registered && name.includes(" "))
    .map(({ name, flags }) => {
      const options = flags.map((flag) => `\`${flag.name}\` ${flag.type ?? "string"}`).join("; ");
      return `#### ${name}\n\n- **Purpose**: As built.\n- **Usage**: \`${name}\`\n- **Arguments and options**: ${options || "none"}\n- **Exit codes**: 0\n`;
    });
  const fields = types.flatMap(({ name, fields: own }) =>
    own.map((field) => `| \`${name}\` | \`${field.name}\` | ${(field.type ?? "string").replaceAll("|", "or")} | yes | none | As built |`),
  );
  const entities = tables.map(({ name, columns }) => {
    const rows = columns.map((column) => `| ${column.name} | ${column.type ?? "text"} | no | none | As built |`);
    return `### ${name}\n\n**Purpose**: As built.\n\n| Column | Type | Nullable | Constraints | Description |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  const structures = `## DTO / Data Structures\n\n| Structure | Field | Type | Required | Validation | Description |\n| --- | --- | --- | --- | --- | --- |\n${fields.join("\n")}\n`;
  return {
    backend: `${FRONT("Application, backend design", `interfaces: [${lines.length > 0 ? "api, cli" : "api"}]\n`)}\n# Application: Backend Design\n\n${structures}\n## Interface Specifications\n\n### API Endpoints\n\n${endpoints.join("\n")}${lines.length > 0 ? `\n### CLI Commands\n\n${lines.join("\n")}` : ""}`,
    data: `${FRONT("Application, data design")}\n# Application: Data Design\n\n## Entities\n\n${entities.join("\n")}`,
  };
}
