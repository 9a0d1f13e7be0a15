import { rulesOf } from "./rules.ts";

/** Queries of other stores than SQL's that no prose resembles, wherever they stand. */
export const QUERIES = [
  ...rulesOf("Cypher", {
    query: /\b(?:MATCH|MERGE|CREATE)\s{1,9}\([^()\n]{0,120}\)\s{0,3}(?:<?-{1,2}[[>(]|(?:RETURN|SET|WHERE|DELETE|DETACH|WITH|ON|REMOVE)\b)/,
  }),
  ...rulesOf("SPARQL", { query: /\b(?:SELECT|CONSTRUCT|ASK)\b[^{\n]{0,80}\?\w[^{\n]{0,80}\{|^[ \t]*PREFIX[ \t]+\w{0,20}:[ \t]*</ }),
  ...rulesOf("Lua", { call: /\bredis\.p?call\(/ }),
  ...rulesOf("PromQL", {
    query:
      /\b(?:sum|avg|max|min|count|topk)[ \t]+(?:by|without)[ \t]*\(|\b(?:rate|increase|irate|delta|histogram_quantile|avg_over_time)\([^\n]{0,200}\[\d{1,4}[smhd]\]/,
  }),
];

/** Queries as inline code: the whole of it has to look so. */
export const INLINE_QUERIES = [
  ...rulesOf("MongoDB", {
    query: [
      /^db\.(?:\w{1,60}|getCollection\([^)\n]{1,60}\))\.\w{1,40}\(/,
      /\{ ?["']?\$(?:set|unset|match|group|project|lookup|in|nin|gte?|lte?|ne|inc|push|pull|or|and|not|exists|elemMatch)["']? ?:/,
    ],
  }),
  ...rulesOf("Gremlin", { query: /^g\.(?:V|E|addV|addE|inject)\(/ }),
  ...rulesOf("GraphQL", {
    query: /^(?:query|mutation|subscription)(?: \w{1,60})?(?:\([^)\n]{0,160}\))? ?\{ ?\w|^\{ ?\w{1,60}(?:\([^)\n]{0,160}\))? ?\{ ?\w/,
  }),
  ...rulesOf("LogQL", { query: /^\{[^{}\n]{1,160}\} ?(?:\|=|\|~|!=|!~) ?["`]/ }),
  ...rulesOf("", {
    // A pipe to what only query languages have as a step.
    query: [
      /\| ?(?:where|summarize|project|extend|stats|eval|timechart|dedup|rex|mv-expand|make-series|logfmt)\b ?[\w(]/,
      /\| ?(?:select|map|to_entries|group_by|length|keys)\(|\.\[\] ?\|/,
    ],
  }),
];
