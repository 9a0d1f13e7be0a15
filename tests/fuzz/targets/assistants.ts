import { create as createJson, merge as mergeJson } from "../../../src/assistants/formats/json.ts";
import { merge as mergeMarkdown } from "../../../src/assistants/formats/markdown.ts";
import { merge as mergeToml } from "../../../src/assistants/formats/toml.ts";
import { ASSISTANTS } from "../../../src/core.ts";
import { defineTarget, hold } from "../target.ts";

const FILES = [
  '{\n  // servers\n  "mcpServers": {\n    "other": { "command": "npx", "args": ["-y", "other"] },\n  },\n}\n',
  '{"servers": {}, "__proto__": {"polluted": true}}',
  '[mcp_servers.other]\ncommand = "npx"\nargs = ["-y", "other"]\n\n[features]\nx = true\n',
  "# Agents\n\nRun the tests.\n\n<!-- groundplan -->\nold\n<!-- /groundplan -->\n",
];

/** The configuration files of assistants, which people have written and which are only ever added to. */
export const assistants = defineTarget({
  name: "assistants",
  corpus: [...FILES, ...ASSISTANTS.map((assistant) => createJson(assistant))],
  run(input) {
    for (const assistant of ASSISTANTS) {
      mergeJson(input, assistant);
      mergeToml(input, assistant);
      const merged = mergeMarkdown(input, assistant, "Call next_step first.\n");
      hold(merged !== undefined, "a merge has an answer");
    }
  },
});
