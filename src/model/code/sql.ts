import { rulesOf } from "./rules.ts";

/** What a column holds: after a name, it tells a definition from a remark in brackets. */
const TYPE = String.raw`(?:(?:big|small|tiny)?(?:int|serial)\w{0,4}|integer|text|(?:n?var)?char\w{0,4}|timestamp\w{0,2}|date(?:time)?|uuid|jsonb?|bool(?:ean)?|numeric|decimal|double|real|float|bytea|blob|primary|\.{3})`;
/** A name with a mark that no word has. */
const MARKED = String.raw`[\w]{0,40}[_."\x60][\w."\x60]{1,60}`;
const NAME = String.raw`[\w."\x60[\]{}$:<>-]{1,80}`;
const capitals = (source: string) =>
  new RegExp(
    source.replaceAll("NAME", NAME).replaceAll("COLUMN_TYPE", TYPE).replaceAll("MARKED", MARKED).replaceAll(" ", String.raw`\s{1,40}`),
  );
const anyCase = (source: string) => new RegExp(capitals(source).source, "i");

/** Keywords in capitals, or the whole grammar of a statement: "select a plan from the list" is prose. */
export const SQL = rulesOf("SQL", {
  SELECT: [
    capitals(String.raw`\bSELECT (?:DISTINCT )?[^\s;|](?:[^;|.]|\.[\w*"]){0,300}?\sFROM ["\x60\w[({$:<]`),
    capitals(String.raw`\bSELECT\s{1,40}\.{3}(?!\s{0,9}FOR\b)`),
    capitals(String.raw`\bSELECT [\w*($][^;|\n]{0,120}(?:\.{3}|…)[^;|\n]{0,80}\b(?:FROM|WHERE|GROUP BY|ORDER BY|HAVING|LIMIT|JOIN)\b`),
    capitals(String.raw`\bSELECT (?!FOR\b)[\w*][^.;|\n]{0,80}\bFOR UPDATE\b`),
    anyCase(
      String.raw`\bselect (?:\*|[\w.]{1,60}(?:\s{0,9},\s{0,9}[\w.]{1,60}){1,40}|count\([^\s)]{1,40}\)) from [\w."\x60]{1,80}(?: (?:where [\w."]{1,60}\s{0,9}(?:[=<>!]| (?:in|is|like|between)\b)|join [\w."]{1,60}(?: \w{1,30})? on\b|order by [\w."]{1,60}|group by [\w."]{1,60}|limit \d)|\s{0,9};)`,
    ),
    anyCase(String.raw`\bselect (?:\*|count\([^\s)]{1,40}\)) from [\w."\x60]{1,80}\s{0,9}$`),
  ],
  "common table expression": capitals(
    String.raw`\bWITH (?:RECURSIVE )?\w{1,60}\s{0,9}(?:\([^)\n]{0,200}\)\s{0,9})?AS (?:MATERIALIZED )?\(`,
  ),
  INSERT: [
    capitals(String.raw`\bINSERT (?:OR \w{1,9} )?INTO NAME\s{0,9}(?:\(|VALUES\b|SELECT\b)`),
    anyCase(
      String.raw`\binsert into [\w."\x60]{1,80}\s{0,9}(?:\([^)\n]{1,200}\)\s{0,9})?(?:values\s{0,9}\(|select [\w*]{1,60}(?:,| from\b))`,
    ),
  ],
  UPDATE: [
    capitals(String.raw`\bUPDATE NAME SET [\w."\x60]{1,80}\s{0,9}=`),
    anyCase(String.raw`\bupdate [\w."\x60]{1,80} set [\w."\x60]{1,80}\s{0,9}=\s{0,9}\S`),
  ],
  DELETE: [
    capitals(String.raw`\bDELETE FROM NAME`),
    anyCase(String.raw`\bdelete from [\w."\x60]{1,80}(?: where [\w."]{1,60}\s{0,9}(?:[=<>!]| (?:in|is|like|between)\b)|\s{0,9};$)`),
  ],
  MERGE: capitals(String.raw`\bMERGE INTO NAME|\bREPLACE INTO NAME\s{0,9}\(|\bON CONFLICT\s{0,9}\([^)\n]{1,80}\) DO\b`),
  "data definition": [
    // Where a sentence only speaks of a statement, its name is followed by other words than the statement's.
    capitals(String.raw`\b(?:CREATE|ALTER|DROP|TRUNCATE) (?:[A-Z]{2,14} ){1,3}IF (?:NOT )?EXISTS NAME`),
    capitals(
      String.raw`\b(?:CREATE|ALTER|DROP|TRUNCATE) (?:OR REPLACE )?(?:[A-Z]{4,12} ){0,2}(?:TABLE|INDEX|VIEW|TYPE|SCHEMA|DATABASE|FUNCTION|PROCEDURE|TRIGGER|SEQUENCE|EXTENSION|ROLE|POLICY|DOMAIN) MARKED`,
    ),
    capitals(
      String.raw`\bCREATE (?:[A-Z]{4,12} ){0,2}TABLE [\w"\x60]{1,60}(?:\s{0,9}\(\s{0,9}["\x60]?\w{1,60}["\x60]? COLUMN_TYPE\b| AS (?:SELECT|\()|\s{0,9};)`,
    ),
    capitals(
      String.raw`\bALTER TABLE (?:ONLY )?[\w"\x60]{1,60} (?:ADD|DROP|ALTER|RENAME|SET|OWNER|ENABLE|DISABLE|ATTACH|DETACH|VALIDATE)\b`,
    ),
    capitals(String.raw`\b(?:DROP|TRUNCATE) (?:TABLE|INDEX|VIEW|SCHEMA|DATABASE) [\w"\x60]{1,60}(?:\s{0,9};| (?:CASCADE|RESTRICT)\b)`),
    capitals(String.raw`\bCREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?(?:[\w"\x60]{1,60} )?ON [\w."\x60]{1,60}\s{0,9}(?:\(|USING\b)`),
    capitals(
      String.raw`\b(?:CREATE|ALTER) (?:OR REPLACE )?(?:MATERIALIZED )?(?:VIEW|TYPE|DOMAIN|SEQUENCE) [\w"\x60]{1,60} (?:AS|ADD VALUE|START|INCREMENT)\b`,
    ),
    capitals(
      String.raw`\bCREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) [\w"\x60]{1,60}\(|\bCREATE TRIGGER [\w"\x60]{1,60} (?:BEFORE|AFTER|INSTEAD)\b|\bCREATE POLICY [\w"\x60]{1,60} ON\b|\bCREATE ROLE [\w"\x60]{1,60} (?:WITH|LOGIN|NOLOGIN)\b`,
    ),
    anyCase(String.raw`\bcreate table (?:if not exists )?[\w."\x60]{1,80}\s{0,9}\(\s{0,9}["\x60]?\w{1,60}["\x60]? COLUMN_TYPE\b`),
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
  clause: [
    anyCase(String.raw`^(?:(?:LEFT|RIGHT|INNER|FULL|CROSS)(?: OUTER)? )?JOIN [\w."]{1,60}(?: (?:AS )?\w{1,30})? (?:ON|USING)\b`),
    capitals(String.raw`^(?:WHERE|HAVING|AND|SET) [\w."(]{1,60}\)?\s{0,9}(?:[=<>!]{1,2}\s{0,9}['"?:$\w(]| (?:IN|IS|LIKE|BETWEEN)\b)`),
    capitals(String.raw`^(?:ORDER|GROUP) BY [\w."]{1,60}(?:,| DESC\b| ASC\b)`),
  ],
  procedure: [
    capitals(String.raw`^(?:CALL|EXEC|EXECUTE) [\w."]{1,80}\s{0,9}\([^\n]{0,200}\)`),
    capitals(String.raw`^LOCK TABLE [\w."]{1,60}`),
  ],
  transaction: capitals(String.raw`^(?:BEGIN|START TRANSACTION)\s{0,9};`),
  "data definition": [
    capitals(
      String.raw`^(?:CREATE|ALTER|DROP|TRUNCATE) (?:OR REPLACE )?(?:UNIQUE |TEMP |TEMPORARY |UNLOGGED |EXTERNAL |VIRTUAL )?(?:TABLE|INDEX|VIEW|TYPE|SCHEMA|DATABASE|FUNCTION|PROCEDURE|TRIGGER|SEQUENCE|EXTENSION|ROLE|POLICY|DOMAIN|MATERIALIZED VIEW) (?:CONCURRENTLY )?(?:IF (?:NOT )?EXISTS )?(?!(?:IF|CONCURRENTLY|statements?|commands?|permissions?|privileges?|syntax|queries|and|or|is|are|in|for|on|to|with|when|at|by|the|an?)\b)NAME`,
    ),
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
