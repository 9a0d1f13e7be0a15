import { rulesOf } from "./rules.ts";

const NAME = String.raw`[\w."\x60[\]{}$:<>-]{1,80}`;
const capitals = (source: string) => new RegExp(source.replaceAll("NAME", NAME).replaceAll(" ", String.raw`\s{1,40}`));
const anyCase = (source: string) => new RegExp(capitals(source).source, "i");

/** Keywords in capitals, or the whole grammar of a statement: "select a plan from the list" is prose. */
export const SQL = rulesOf("SQL", {
  SELECT: [
    capitals(String.raw`\bSELECT (?:DISTINCT )?[^\s;|](?:[^;|.]|\.[\w*"]){0,300}?\sFROM ["\x60\w[({$:<]`),
    capitals(String.raw`\bSELECT\s{1,40}\.{3}(?!\s{0,9}FOR\b)`),
    capitals(String.raw`\bSELECT (?!FOR\b)[\w*][^.;|\n]{0,80}\bFOR UPDATE\b`),
    anyCase(
      String.raw`\bselect (?:\*|[\w.]{1,60}(?:\s{0,9},\s{0,9}[\w.]{1,60}){1,40}|count\([^\s)]{1,40}\)) from [\w."\x60]{1,80}(?: (?:where|join|order by|group by|limit)\b|\s{0,9};|\s{0,9}$)`,
    ),
  ],
  "common table expression": capitals(
    String.raw`\bWITH (?:RECURSIVE )?\w{1,60}\s{0,9}(?:\([^)\n]{0,200}\)\s{0,9})?AS (?:MATERIALIZED )?\(`,
  ),
  INSERT: anyCase(String.raw`\bINSERT (?:OR \w{1,9} )?INTO NAME\s{0,9}(?:\(|VALUES\b|SELECT\b)`),
  UPDATE: [
    capitals(String.raw`\bUPDATE NAME SET [\w."\x60]{1,80}\s{0,9}=`),
    anyCase(String.raw`\bupdate [\w."\x60]{1,80} set [\w."\x60]{1,80}\s{0,9}=\s{0,9}\S`),
  ],
  DELETE: [capitals(String.raw`\bDELETE FROM NAME`), anyCase(String.raw`\bDELETE FROM [\w."\x60]{1,80}(?: WHERE\b|\s{0,9};)`)],
  MERGE: capitals(String.raw`\bMERGE INTO NAME|\bREPLACE INTO NAME\s{0,9}\(|\bON CONFLICT\s{0,9}\([^)\n]{1,80}\) DO\b`),
  "data definition": [
    capitals(
      String.raw`\b(?:CREATE|ALTER|DROP|TRUNCATE) (?:OR REPLACE )?(?:UNIQUE |TEMP |TEMPORARY |UNLOGGED |EXTERNAL |VIRTUAL )?(?:TABLE|INDEX|VIEW|TYPE|SCHEMA|DATABASE|FUNCTION|PROCEDURE|TRIGGER|SEQUENCE|EXTENSION|ROLE|POLICY|DOMAIN|MATERIALIZED VIEW) (?:CONCURRENTLY )?(?:IF (?:NOT )?EXISTS )?(?!(?:IF|CONCURRENTLY|statements?|commands?|permissions?|privileges?|syntax|queries|and|or|is|are|in|for|on|to|with|when|at|by|the|an?)\b)NAME`,
    ),
    anyCase(String.raw`\bcreate table (?:if not exists )?[\w."\x60]{1,80}\s{0,9}\(`),
    capitals(String.raw`\bADD (?:COLUMN|CONSTRAINT) (?:IF NOT EXISTS )?[a-z_"]\w{0,60} [A-Z]{3}`),
  ],
  GRANT: capitals(String.raw`\b(?:GRANT|REVOKE) (?:SELECT|INSERT|UPDATE|DELETE|ALL|EXECUTE|USAGE)\b[^.|\n]{0,60}\b(?:TO|FROM)\b`),
});

/** Inline code that is a statement as a whole; there, lower case is no prose. */
export const INLINE_SQL = rulesOf("SQL", {
  SELECT: [
    anyCase(String.raw`^SELECT (?:\d{1,9}|[\w.]{1,60}\([^\n]{0,120}\));?$`),
    anyCase(
      String.raw`^SELECT [^\n;]{1,200}? FROM [\w."$:]{1,80}(?:\s{0,9};?$| (?:AS|WHERE|JOIN|LEFT|INNER|ORDER BY|GROUP BY|HAVING|LIMIT|FOR UPDATE)\b)`,
    ),
  ],
  "data definition": [
    anyCase(String.raw`^(?:DROP|TRUNCATE) (?:TABLE|INDEX|VIEW) (?:IF EXISTS )?[\w."]{1,80}\s{0,9};?$`),
    anyCase(String.raw`^ALTER TABLE [\w."]{1,80} (?:ADD|DROP|ALTER|RENAME) \w`),
    anyCase(String.raw`^CREATE (?:UNIQUE )?INDEX [\w."]{1,80} ON \w`),
  ],
  setting: capitals(String.raw`^SET (?:LOCAL |SESSION )?[a-z][\w.]{1,60}\s{0,9}(?:=|\bTO\b)\s{0,9}\S`),
});

/** What a block may begin a line with; in prose the same words may be prose. */
export const SQL_LINES = rulesOf("SQL", {
  SELECT: [
    /^[ \t]*select[ \t]+[\w*."(`][^\n]{0,300}\n?[^\n]{0,300}\bfrom[ \t]+[\w."`(]+/i,
    /^[ \t]*SELECT[ \t]+(?:\d{1,9}[ \t]*(?:;|$)|[a-z][\w.]{0,60}\()/,
  ],
  DELETE: /^[ \t]*delete[ \t]+from[ \t]+\w[\w.]{0,60}[ \t]*(?:where\b|;|$)/i,
  "data definition":
    /^[ \t]*(?:create|alter|drop)[ \t]+(?:or[ \t]+replace[ \t]+)?(?:unique[ \t]+)?(?:table|index|view|type|schema|function|trigger)[ \t]+[\w."`]{1,80}[ \t]*(?:\(|;|on\b|as\b|add\b|drop\b|if\b|$)/i,
  statement:
    /^[ \t]*(?:CREATE|ALTER|DROP|COMMENT ON|REFRESH)[ \t]+[A-Z]{3,20}(?:[ \t]+[A-Z]{2,20}){0,3}[ \t]+[\w."`@?(]{1,80}|^[ \t]*(?:EXPLAIN|VACUUM|ANALYZE|LOCK TABLE|TRUNCATE|CALL|EXECUTE|DECLARE|COPY)[ \t]+[\w."`(][^\n]{0,200};|^[ \t]*(?:RETURNS[ \t]+(?:SETOF|TABLE|TRIGGER|VOID)|LANGUAGE[ \t]+\w{1,20})\b/,
  column:
    /^[ \t]*(?:OUT[ \t]+|IN[ \t]+)?["`]?[a-z_]\w{0,60}["`]?[ \t]+(?:BIG|SMALL)?(?:INT|INTEGER|SERIAL|TEXT|VARCHAR|CHAR|TIMESTAMPTZ|TIMESTAMP|UUID|JSONB?|BOOLEAN|NUMERIC|DECIMAL|DOUBLE|DATE|REAL|BYTEA)(?:\([\d, ]{1,9}\))?(?:[ \t]+(?:NOT NULL|NULL|PRIMARY KEY|UNIQUE|DEFAULT|REFERENCES|CHECK|WITH TIME ZONE|AUTOINCREMENT|GENERATED)[^\n]{0,200})?,?[ \t]*(?:--[^\n]*)?$/,
  constraint: /^[ \t]*(?:CONSTRAINT[ \t]+\w{1,60}[ \t]+)?(?:CHECK|FOREIGN KEY|PRIMARY KEY|UNIQUE)[ \t]*\([^\n]{1,200}/,
  transaction: /^[ \t]*(?:BEGIN|COMMIT|ROLLBACK|BEGIN TRANSACTION|START TRANSACTION);/,
  setting: /^[ \t]*PRAGMA[ \t]+\w+/,
  clause:
    /^[ \t]*(?:WHERE|ORDER BY|GROUP BY|HAVING|(?:LEFT |RIGHT |INNER |FULL |CROSS )?JOIN)[ \t]+[\w."`(]{1,80}[ \t]*(?:[=<>]|ON\b|IN\b|IS\b|LIKE\b|BETWEEN\b|DESC\b|ASC\b)/,
});
