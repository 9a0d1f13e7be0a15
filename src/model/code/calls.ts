import { rulesOf } from "./rules.ts";

/** Functions of types, mathematics and hashes: with a literal among their arguments they say what something is, not what is run. */
const STATED = String.raw`(?:enum|set|array|list|map|var|n?var)?(?:char|binary)?|decimal|numeric|literal|one_?of|any_?of|all_?of|in|regex|match(?:es)?|format|default|check|rgba?|url|env|concat|min|max|clamp|ceil|floor|round|abs|sum|avg|mean|median|count|log\d{0,2}|ln|exp|sqrt|pow|rand(?:om)?|hash|sha\d{1,3}|hmac(?:[_-]?sha\d{0,3})?|base64(?:url)?`;
const CALLEE = String.raw`^(?:await |yield |new )?(?!(?:${STATED})\()[A-Za-z_$][\w$]{0,60}(?:(?:\??\.|::)[\w$]{1,60}(?:\([^()\n]{0,80}\))?){0,8}`;
const DOTTED = String.raw`^(?:await |yield |new )?[A-Za-z_$][\w$]{0,60}(?:\([^()\n]{0,80}\))?(?:(?:\??\.|::)[\w$]{1,60}(?:\([^()\n]{0,80}\))?){0,8}(?:\.|::)(?!(?:${STATED})\()[\w$]{1,60}`;
/** What may follow the last argument: more of the chain. */
const END = String.raw`\)(?:\.[\w$]{1,40}(?:\([^\n]{0,120}\))?){0,6}\(?\)?[;,]?$`;

/**
 * Calls as inline code. One with names alone is how a function is called by people; one that hands over a text, an object or
 * a named value is a statement.
 */
export const INLINE_CALLS = rulesOf("", {
  call: [
    new RegExp(String.raw`${CALLEE}\((?:[^\n|]{0,160}, ?)?\w{1,40} ?= ?(?![=>])[^\n|]{1,160}${END}`),
    new RegExp(String.raw`${CALLEE}\((?:[^\n|]{0,160}, ?)?\w{1,40}: (?:["':]|\d|\{|\[)[^\n|]{0,160}${END}`),
    new RegExp(String.raw`${CALLEE}\([^\n]{0,120}\{ ?["'$]?[\w$]{1,40}["']? ?: ?[^\n]{1,200}\}[^\n]{0,60}${END}`),
    new RegExp(String.raw`${CALLEE}\((?:["'][^"'\n]{0,120}["'], ?[^\n|]{1,160}|[^\n"'|]{1,120}, ?["'][^\n|]{1,120})${END}`),
    new RegExp(String.raw`${DOTTED}\(["'][^\n|]{1,160}${END}`),
    /^[A-Za-z_]\w{0,40}::[\w:]{1,60}(?:::<[^>\n]{1,40}>)?\([^\n]{0,160}\)$|^[A-Z]\w{0,40}::<[^>\n]{1,40}>/,
    /^(?:os\.environ|process\.env|sys\.argv|params|request\.\w{1,20})\[["'\w][^\]\n]{0,60}\]$/,
  ],
});
