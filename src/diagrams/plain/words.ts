/** Words that Mermaid's grammars know, and words that begin with them: a reader that stays on the safe side takes them for no name. */
const RESERVED =
  /^(?:end|graph|flowchart|subgraph|style|linkstyle|class|click|default|direction|call|href|interpolate|acctitle|accdescr|title|note|loop|alt|else|opt|par|and|critical|option|break|rect|box|create|destroy|activate|deactivate|autonumber|participant|actor|links?|properties|details|over|left|right|as|or|one|only|many|zero|optionally|to|u|[pfu]k)(?![a-z])/i;

/** @returns whether a name is an ordinary word. */
export function isPlainName(name: string): boolean {
  return !RESERVED.test(name);
}

/** Characters of which none has a meaning of its own in a label or a message. */
export const PLAIN_TEXT = "[\\p{L}\\p{N} ,.'/()?!&+*=_-]";
