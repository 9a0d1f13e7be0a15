import { readFileSync } from "node:fs";
import { ASSISTANTS, type Assistant, openWorkspace, planSetUp } from "../../src/core.ts";

const VERSION: string = JSON.parse(readFileSync("package.json", "utf8")).version;

// Those of Claude Code, Codex and Gemini CLI were run, and their `mcp list` shows the files that init writes.
const INSTALL: Readonly<Record<string, string>> = {
  "claude-code": `claude mcp add groundplan -- npx -y groundplan@${VERSION} mcp`,
  vscode: `code --add-mcp '{"name":"groundplan","command":"npx","args":["-y","groundplan@${VERSION}","mcp"]}'`,
  codex: `codex mcp add groundplan -- npx -y groundplan@${VERSION} mcp`,
  gemini: `gemini mcp add groundplan npx -- -y groundplan@${VERSION} mcp`,
};

const NOTES: Readonly<Record<string, string>> = {
  "claude-code":
    "Asks before it starts a server that a project's file names. The plugin below brings the server and the skill at once. On Windows without WSL, write `cmd` as the command and `/c` and `npx` as the first arguments.",
  gemini: "Starts a project's servers only in a folder that you have marked as trusted.",
  codex: "Reads the project's file only in a project that you have marked as trusted; the command writes to your own configuration.",
  zed: "Runs a project's servers only after you have trusted the project.",
};

const HEAD = `# Assistants

groundplan's server speaks MCP on stdio and, on request, [over HTTP](#one-server-for-several-assistants); it needs no key, and works in the project that the assistant is opened in. Node 20.19 or later must be installed.

    groundplan init

(how to get the command: [README](../README.md#getting-it)) finds the assistants that a project uses and adds groundplan to their configuration: it shows each change and asks first. \`--dry-run\` only shows, \`--assistant <name>\` names one, \`--all\` takes every one of them, \`--yes\` asks nothing. Files that exist keep their keys, comments, order and indentation; a file that cannot be extended safely is left alone, and the lines to add are printed. Then the server is started as the files say, and has to answer. The files belong to the project and can be committed: they name the copy that is installed in the project where there is one, else this version of the package.`;

const TAIL = `## A plugin for Claude Code

The plugin brings the server and a skill that does the same work on the command line:

    claude plugin marketplace add OWNER/groundplan
    claude plugin install groundplan@groundplan

\`OWNER\` is the owner of this repository on GitHub.

## Claude Desktop, and others that read bundles

A release carries \`groundplan-<version>.mcpb\`. Open it with Claude Desktop and choose the folder of your project. \`npm run mcpb\` builds it from a clone.

## One server for several assistants

    groundplan mcp --http

serves the project on the loopback address, port 7317 (\`--port\` names another), and prints its address and a random token. Set \`GROUNDPLAN_TOKEN\` beforehand and the token stays the same from start to start, or name a file that holds it with \`--token-file <file>\`; one that is empty, shorter than 16 characters or has blanks in it is refused. A client bears it in the header \`Authorization\`; for Claude Code:

    claude mcp add --transport http groundplan http://localhost:7317/mcp --header "Authorization: Bearer $GROUNDPLAN_TOKEN"

Requests from other hosts, from pages of other origins and without the token are refused. Clients may write at the same time: a write on a stale revision is refused.

## Diagrams that are seen to be drawn

\`finish_feature\` draws every diagram before it finishes, where mermaid-cli and a browser are installed; one that is not drawn keeps the feature open. Without them it says in its answer that this was not proved. To have it proved, install groundplan with them in the project, where \`npx\` then finds all three:

    npm install --save-dev groundplan @mermaid-js/mermaid-cli puppeteer

## Without MCP

The command line does all that the server does and costs an assistant fewer tokens: no tools are described to it, and it reads only what it asks for. The [skill](../plugin/skills/groundplan/SKILL.md) teaches the loop of \`groundplan next\` and \`groundplan check\`. Copy its folder to where your assistant looks for skills, for Claude Code \`.claude/skills/groundplan\`; for assistants that read \`AGENTS.md\`, \`groundplan init --assistant agents-md\` puts the short form between two markers, and your own text around them stays as it is.

## When it does not start

| Seen | Do |
| --- | --- |
| the assistant lists no tools of groundplan | run \`npx -y groundplan@${VERSION} mcp\` in the project: it waits for input when all is well, and says on stderr what is wrong otherwise |
| \`too wide for a workspace\` | the assistant was started in a home folder: open the project, or add \`--root <folder>\` to the arguments |
| \`npx\` is not found | name its full path as the command; assistants with a window do not read your shell's profile |`;

/** @returns the page on assistants: for each, the line that installs groundplan, and the file that \`groundplan init\` writes. */
export async function assistantsPage(): Promise<string> {
  const sections = await Promise.all(ASSISTANTS.filter(({ format }) => format !== "markdown").map(section));
  return `${[HEAD, ...sections, TAIL].join("\n\n")}\n`;
}

async function section(assistant: Assistant): Promise<string> {
  const { id, name, file, format } = assistant;
  const { paste } = await planSetUp(openWorkspace("."), assistant, { command: "npx", args: ["-y", `groundplan@${VERSION}`, "mcp"] });
  const install = INSTALL[id];
  return [
    `## ${name}`,
    ...(install ? [`\`\`\`sh\n${install}\n\`\`\``] : []),
    `${install ? "Or in" : "In"} \`${file}\`, which \`groundplan init --assistant ${id}\` writes:`,
    `\`\`\`${format}\n${paste.trim()}\n\`\`\``,
    ...(NOTES[id] ? [NOTES[id]] : []),
  ].join("\n\n");
}
