import { outputs } from "../model/query.ts";
import { defineCheck } from "./define.ts";

// Each is bounded, so that no text can make it slow.
const PLACEHOLDERS: readonly RegExp[] = [
  /\{[^{}\n]{0,200}\}/g,
  /\b(?:TODO|TBD|TBC|FIXME|XXX|TKTK)\b/g,
  /\bto be (?:completed|defined|determined|decided|confirmed|written|added|filled(?: in)?|specified)\b/gi,
  /\b(?:lorem ipsum|coming soon|insert [a-z ]{1,30} here|placeholder text)\b/gi,
  /\[(?:TODO|TBD|insert[^\]\n]{0,60}|your [^\]\n]{0,60}|name|description|type|purpose)\](?!\()/gi,
  /\?{3,}/g,
];

export default defineCheck({
  id: "placeholder-text",
  category: "completeness",
  severity: "error",
  messages: {
    placeholder: {
      text: 'Unexpected placeholder "{found}".',
      advice: "Replace it with what the design decides; an open question belongs into the PRD.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      const { prose, inlineCodes, lines } = document.markdown;
      const isCode = (offset: number) => inlineCodes.some(({ span }) => span.start <= offset && offset < span.end);
      for (const pattern of PLACEHOLDERS) {
        for (const match of prose.matchAll(pattern)) {
          const [found] = match;
          // `/orders/{orderId}` is a path parameter, in inline code or in a heading.
          const isPath =
            found.startsWith("{") && /[/\w=]$/.test(prose.slice(Math.max(0, match.index - 1), match.index)) && /^\{[\w.-]+\}$/.test(found);
          if (isPath || isCode(match.index)) continue;
          yield {
            message: "placeholder",
            place: document.place(lines.span(match.index, match.index + found.length)),
            arguments: { found: shorten(found) },
          };
        }
      }
    }
  },
});

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
