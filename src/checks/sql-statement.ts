import { outputs, refusedBlocks } from "../model/query.ts";
import { defineCheck } from "./define.ts";

// Keywords in capitals, or the whole grammar of a statement: "select a plan from the list" is prose.
const STATEMENTS: readonly RegExp[] = [
  /\bSELECT\s+(?:DISTINCT\s+)?(?:\*|[\w."`[\]]+(?:\s+AS\s+\w+)?(?:\s*,\s*[\w."`[\]()*]+)*|[A-Z]+\([^)\n]{0,80}\))\s+FROM\s+[\w."`[\]]+/g,
  /\bselect\s+(?:\*|[\w.]+(?:\s*,\s*[\w.]+)+|count\(\S{1,40}\))\s+from\s+[\w."`]+(?:\s+(?:where|join|order\s+by|group\s+by|limit)\b|\s*;|\s*$)/gm,
  /\bINSERT\s+INTO\s+[\w."`[\]]+\s*(?:\(|VALUES\b|SELECT\b)/gi,
  /\bUPDATE\s+[\w."`[\]]+\s+SET\s+[\w."`]+\s*=/g,
  /\bupdate\s+[\w."`]+\s+set\s+[\w."`]+\s*=\s*\S/gi,
  /\bDELETE\s+FROM\s+[\w."`[\]]+(?:\s+WHERE\b|\s*;)/gi,
  /\bDELETE\s+FROM\s+[\w."`[\]]+/g,
  /\b(?:CREATE|ALTER|DROP|TRUNCATE)\s+(?:UNIQUE\s+)?(?:TABLE|INDEX|VIEW|TYPE|SCHEMA|DATABASE|FUNCTION|TRIGGER|SEQUENCE|EXTENSION|ROLE|MATERIALIZED\s+VIEW)\s+(?:CONCURRENTLY\s+)?(?:IF\s+(?:NOT\s+)?EXISTS\s+)?[\w."`[\]]+/g,
  /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?[\w."`]+\s*\(/gi,
  /\bSELECT\b[^.;|\n]{1,80}\bFOR\s+UPDATE\b/g,
  /\bSELECT\s+\.{3}|\bGRANT\s+(?:SELECT|INSERT|UPDATE|DELETE|ALL)\b[^.|\n]{0,60}\bTO\b/g,
];

export default defineCheck({
  id: "sql-statement",
  category: "no-code",
  severity: "error",
  messages: {
    statement: {
      text: 'Unexpected SQL "{found}".',
      advice:
        "Say in words what is read or changed: which entity, by which columns, in which transaction. Columns and indexes belong into the data design.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      const { text, lines, comments } = document.markdown;
      // A block that is refused as a whole is not taken apart.
      const apart = [...comments, ...refusedBlocks(document)];
      const isApart = (offset: number) => apart.some(({ span }) => span.start <= offset && offset < span.end);
      const told = new Set<number>();
      for (const pattern of STATEMENTS) {
        for (const { 0: found, index } of text.matchAll(pattern)) {
          const span = lines.span(index, index + found.length);
          if (isApart(index) || told.has(span.line)) continue;
          told.add(span.line);
          yield {
            message: "statement",
            place: document.place(span),
            arguments: { found: found.length > 60 ? `${found.slice(0, 57)}...` : found },
          };
        }
      }
    }
  },
});
