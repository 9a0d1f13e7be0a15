import { isSentence } from "./prose.ts";
import { rulesOf } from "./rules.ts";

/** Shell that is more than the usage of a command, wherever it stands. */
export const SHELL = rulesOf("shell", {
  interpreter: /#!\/(?:usr\/)?bin\/[a-z]{2,10}\b/,
  option: /\bset -(?:[euxo]{2,4}\b|o pipefail)/,
  loop: /\bfor \w{1,40} in [^\n;`]{1,160}; ?do\b|\bwhile (?:read|true|!|\[)[^\n;`]{0,160}; ?do\b|\buntil [^\n;`]{1,160}; ?do\b/,
  condition: /\bif !?[ \t]{0,3}(?:\[{1,2} [^\n\]]{1,160}\]{1,2}|(?:grep|test|command) [^\n;]{1,120}); ?then\b/,
  variable: /(?:^|[\s;`])(?:export )?[A-Za-z_]\w{0,60}=["']?\$\([^)\n]{1,200}\)/,
});

/** Inline code that is more than the usage of a command: it has a body, a test, a text of its own. */
export const INLINE_SHELL = [
  ...rulesOf("shell", {
    function: /^(?:function )?[\w-]{1,60} ?\(\) ?\{ [^\n]{1,200};? \}$/,
    condition: /^\[{1,2} [^\n\]]{1,160} \]{1,2} (?:&&|\|\|) \S|^case \S{1,60} in /,
    "here document": /<<-?['"]?[A-Z]{2,20}\b/,
    trap: /^trap ['"][^'"\n]{1,160}['"] [A-Z]/,
  }),
  ...rulesOf("PowerShell", { pipe: /\| ?[A-Z][a-z]{1,12}-[A-Z]\w{2,40}|\{ ?\$_\.\w/ }),
];

/** Shell scripts; a single command, as a usage is written, is none. */
export const SHELL_LINES = rulesOf("shell", {
  interpreter: /^#!\/[\w/]{1,40}(?: \w{1,20})?$/,
  option: /^[ \t]*set[ \t]+-[euxo]{1,4}\b/,
  condition:
    /^[ \t]*(?:el)?if[ \t]+(?:!?[ \t]*\[{1,2}[ \t]|!?[ \t]*(?:grep|test|command|which)\b)|^[ \t]*(?:fi|esac|done)(?:[ \t]*(?:[|<>&;][^\n]{0,120}))?$/,
  loop: /^[ \t]*(?:for[ \t]+\w{1,40}[ \t]+in[ \t][^\n]{1,200};?[ \t]*do|for[ \t]+\w{1,40}[ \t]+in[ \t]+(?:["$*]|\$\())|^[ \t]*while[ \t]+(?:read|true|\[|:)/,
  variable: /^[ \t]*(?:export[ \t]+|local[ \t]+|readonly[ \t]+)?[A-Za-z_]\w{0,60}=(?:"?\$[({\w]|`\w)|^[ \t]*export[ \t]+[A-Z_]\w{0,60}=/,
  function: /^[ \t]*(?:function[ \t]+)?[\w-]{1,60}\(\)[ \t]*\{/,
  filter: /^[^\n|]{1,300}["' \w] \|[ \t]*(?:grep|jq|sed|awk|xargs|tee|base64)[ \t]+[-'".\w$]/,
  "here document": /<<-?[ \t]*['"]?[A-Z]{2,20}['"]?[ \t]*$/,
  list: /[ \t]&&[ \t]*$/,
  pipe: /^[ \t]*(?:\$ )?(?:sudo[ \t]+)?(?:cat|grep|curl|find|echo|ls|ps|jq|sed|awk|sort|kubectl|docker|git|aws|tail|head|printf|xargs|wget|tar)[ \t][^\n|>]{0,300}(?:\|[ \t]*(?:grep|jq|sed|awk|sort|head|tail|wc|xargs|bash|sh|tee|cut|uniq|kubectl|base64)\b|(?:>>?|&&)[ \t]*[\w./$"])/,
});

const COMMAND =
  /^[ \t]*(?:sudo[ \t]+)?(?:cat|grep|curl|find|echo|cd|mkdir|rm|cp|mv|chmod|chown|kubectl|helm|docker|docker-compose|git|aws|gcloud|az|npm|npx|pnpm|yarn|pip3?|python3?|node|go|cargo|make|mvn|gradle|psql|mysql|sqlite3|redis-cli|terraform|ansible|systemctl|apt(?:-get)?|brew|ssh|scp|sed|awk|tar|wget|source|nix|bash|sh|watch|export)[ \t]+[\w./"'$~@:=*{-]/;

/** @returns whether a block that says that it holds shell is a script rather than a usage: it has remarks, or several commands. */
export function isScript(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.some((line) => /^\s*#(?!!)/.test(line)) && lines.some((line) => /^\s*[a-z][\w./-]*(?:\s|$)/.test(line.slice(0, 200)));
}

/** @returns whether most lines of a block, and more than one, run a command that everybody has. */
export function runsCommands(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
  const commands = lines.filter((line) => COMMAND.test(line.slice(0, 200)) && !isSentence(line));
  return commands.length >= 2 && commands.length >= lines.length / 2;
}
