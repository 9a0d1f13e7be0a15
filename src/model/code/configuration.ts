import { rulesOf } from "./rules.ts";
import type { CodeFact } from "./types.ts";

/** What a block of configuration is made of, by language: so many lines of such a form, all of them. */
const FORMS: readonly [language: string, line: RegExp, atLeast: number, needs: RegExp | undefined][] = [
  [
    "TOML",
    /^\s*(?:\[{1,2}[\w."'-]{1,80}\]{1,2}|[\w."'-]{1,80}\s*=\s*(?:["'[{\d]|true\b|false\b|\.{3}).{0,300}|[\]}"'].{0,200})\s*$/,
    2,
    /^[ \t]{0,80}\[{1,2}[\w."'-]+\]{1,2}[ \t]{0,80}\r?$/m,
  ],
  [
    "INI",
    /^\s*(?:\[[\w ."'-]{1,60}\]|[A-Za-z][\w.-]{0,60}\s?=\s?\S.{0,300})\s*$/,
    2,
    /^[ \t]{0,80}\[[\w ."'-]{1,60}\][ \t]{0,80}\r?\n[ \t]{0,80}[A-Za-z][\w.-]{0,60}[ \t]?=/m,
  ],
  ["properties", /^\s*[\w-]{1,60}(?:\.[\w-]{1,60}){1,12}\s*=\s*\S.{0,300}$/, 2, undefined],
  ["environment", /^\s*(?:export )?[A-Z][A-Z0-9_]{1,60}=\S{0,300}(?:\s+#.*)?$/, 2, undefined],
  [
    "YAML",
    /^\s*(?:- )*(?:(?:[\w./$-]{1,60}|"[^"]{1,60}"|'[^']{1,60}'):(?:\s.{0,400})?|- \S.{0,300}|\||---|\.{3})\s*$/,
    3,
    /^[ \t]{0,80}(?:- )?[\w./-]{1,60}:[ \t]{0,80}\r?\n[ \t]{1,80}(?:- )?["']?[\w./-]{1,60}["']?:|^apiVersion:|^[ \t]{0,80}- [\w-]{1,60}:[^\n]{0,300}\n[ \t]{1,80}[\w-]{1,60}:|^[\w-]{1,60}:[ \t]{0,80}\n(?:[ \t]{1,20}- \S{1,200}\n?){1,3}(?=\n?$|[\w-]{1,60}:)/m,
  ],
  [
    "Dockerfile",
    /^\s*(?:FROM|RUN|COPY|ADD|ENV|EXPOSE|CMD|ENTRYPOINT|WORKDIR|USER|ARG|LABEL|VOLUME)\s.{1,400}$|^\s+.{1,300}$/,
    2,
    /^FROM\s+\S+/m,
  ],
];

/** Lines of build files and server settings as inline code; a single name and value is a setting that people talk about. */
export const INLINE_CONFIGURATION = [
  ...rulesOf("Dockerfile", {
    instruction: [
      /^FROM [\w./$@-]{1,80}(?::[\w.-]{1,60})?(?: AS \w{1,40})(?=\s|$)|^FROM [\w./$@-]{1,80}:[\w.-]{1,60}(?: |$)/,
      /^(?:RUN|COPY|ADD|CMD|ENTRYPOINT|HEALTHCHECK|ONBUILD|SHELL) (?:\[|--\w|[\w./-]{1,60} [\w./&|<>"'-])/,
      /^(?:WORKDIR \/|EXPOSE \d|ENV \w{1,60}[= ]\S|VOLUME [/[])/,
    ],
  }),
  ...rulesOf("HCL", { resource: /^(?:resource|variable|module|provider|data|output)(?: "[^"\n]{1,60}"){1,2} \{/ }),
  ...rulesOf("nginx", { directive: /^(?:location|server|upstream|http)\b[^{\n]{0,60}\{ [^}\n]{1,200}; ?\}?/ }),
];

const BLOCKS: readonly [string, string, RegExp][] = [
  ["Kubernetes", "resource", /^[ \t]{0,80}apiVersion:[ \t]{0,9}\S{1,80}[ \t]{0,9}\r?$[\s\S]{0,200}?^[ \t]{0,80}kind:[ \t]{0,9}\S/m],
  [
    "HCL",
    "resource",
    /^[ \t]{0,80}(?:resource|variable|module|provider|data|output|terraform|locals)(?:[ \t]{1,9}"[^"\n]{1,60}"){0,2}[ \t]{0,9}\{[ \t]*$/m,
  ],
  [
    "nginx",
    "directive",
    /^[ \t]{0,80}(?:server|location[ \t]{1,9}\S{1,60}|upstream[ \t]{1,9}\S{1,60}|http)[ \t]{0,9}\{[\s\S]{0,80}?^[ \t]{0,80}\w{3,40}[ \t][^\n{}]{1,120};[ \t]{0,80}$/m,
  ],
];

/** @returns the configuration that a block holds as a whole; a list of labelled values is none. */
export function findConfiguration(text: string): CodeFact[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(?:#|;|\/\/)/.test(line));
  const whole = (language: string, construct: string): CodeFact => ({
    kind: "configuration",
    language,
    construct,
    start: 0,
    end: text.length,
  });
  for (const [language, construct, pattern] of BLOCKS) if (pattern.test(text.slice(0, 100_000))) return [whole(language, construct)];
  for (const [language, form, atLeast, needs] of FORMS) {
    if (lines.length < atLeast || (needs && !needs.test(text.slice(0, 100_000)))) continue;
    if (lines.filter((line) => line.length < 600 && form.test(line)).length >= lines.length * 0.9) return [whole(language, "settings")];
  }
  return [];
}

/** Blocks in braces that hold settings without an equals sign, as build files and pipelines have them. */
const NESTED =
  /^[ \t]{0,80}[a-z]\w{0,40}(?:\([^)\n]{0,80}\))?[ \t]{0,9}\{[ \t]{0,80}\n(?:[^\n]{0,200}\n){0,9}?[^\n]{0,80}\b[a-z]\w{0,40}[ \t]["'][^"'\n]{1,120}["']/m;

/** @returns whether a block, in which nothing else was found, holds named settings in named braces. */
export function holdsNestedSettings(text: string): boolean {
  return NESTED.test(text.slice(0, 20_000));
}
