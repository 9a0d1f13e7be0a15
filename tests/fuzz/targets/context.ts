import { linearPattern } from "../../../src/config/linear-pattern.ts";
import { parseConfig } from "../../../src/config/load.ts";
import { readDecision } from "../../../src/context/decisions.ts";
import { loadContext } from "../../../src/context/load.ts";
import { readCatalogue } from "../../../src/context/patterns/catalogue.ts";
import { parsePatterns } from "../../../src/context/patterns/read.ts";
import { searchPatterns } from "../../../src/context/patterns/search.ts";
import { parseTemplate } from "../../../src/context/template.ts";
import { DEFAULTS, EVERY_CHECK, reviewCatalogue, reviewDecisions, settingsFor } from "../../../src/core.ts";
import { parseBaseline } from "../../../src/findings/baseline.ts";
import { keep, readKept } from "../../../src/system/page/kept.ts";
import { textsIn } from "../corpus.ts";
import { defineTarget, hold } from "../target.ts";

const TODAY = "2026-11-21";
const IDS = EVERY_CHECK.map(({ id }) => id);
const context = loadContext(".", DEFAULTS);

export const template = defineTarget({
  name: "template",
  corpus: textsIn("context/templates"),
  run(input) {
    const { sections } = parseTemplate(input, "template.md");
    hold(sections.length > 0, "a template that is taken has sections");
  },
});

export const patterns = defineTarget({
  name: "patterns",
  corpus: textsIn("context/patterns"),
  run(input) {
    const read = parsePatterns(input, "context/patterns/x.md");
    const catalogue = readCatalogue([{ file: "context/patterns/x.md", text: input }]);
    for (const { place } of reviewCatalogue(catalogue, DEFAULTS, TODAY)) hold(place.line >= 1, "a finding has its line");
    searchPatterns(read, "what to do when the payment provider is down", 5);
  },
});

export const decision = defineTarget({
  name: "decision",
  corpus: textsIn("docs/adr"),
  run(input) {
    const read = readDecision(input, "docs/adr/0001-x.md");
    for (const { place } of reviewDecisions({ decisions: [read, read], broken: [] }, context, TODAY))
      hold(place.line >= 1, "a finding has its line");
  },
});

const CONFIGURATIONS = [
  '{ "$schema": "./schemas/config.schema.json", "plan": "docs/plan", "checks": { "vague-wording": "off" }, "ignore": ["docs/plan/E00-*/**"] }',
  "plan: design\nfiles:\n  data-design: 03-database-design.md\nlines:\n  architecture: { min: 100, max: 250, tolerance: 10 }\nrequirementIds: ['SHOP-R[0-9]+']\n",
  "overrides:\n  - files: ['docs/plan/E01-*/**', '!(a|b)/**']\n    checks: { line-count: warning }\n    allowLanguages: [json, http]\nbaseline: base.json\n",
  "a: &a [1, 1]\nb: &b [*a, *a]\nc: &c [*b, *b]\nchecks: { __proto__: off, constructor: error }\n",
  '{ "__proto__": { "polluted": true }, "checks": { "__proto__": "off" }, "files": { "__proto__": "x.md" } }',
];

export const configuration = defineTarget({
  name: "configuration",
  corpus: CONFIGURATIONS,
  run(input) {
    const config = { ...DEFAULTS, ...parseConfig(input, "groundplan.config.yaml", IDS) };
    settingsFor(config, "docs/plan/E01-shop/E01-F01-order-refunds/02-architecture.md");
    const prose = "SHOP-R1 and FR-1 ".repeat(200);
    for (const source of config.requirementIds) linearPattern(source).matchesIn(prose);
  },
});

export const baseline = defineTarget({
  name: "baseline",
  corpus: [
    '{ "version": 1, "note": "x", "findings": { "docs/plan/a/b/prd.md": { "0123456789abcdef": "line-count" } } }',
    '{"version":1,"findings":{"__proto__":{"a":"b"}}}',
  ],
  run(input) {
    parseBaseline(input, ".groundplan-baseline.json");
  },
});

export const overview = defineTarget({
  name: "overview",
  corpus: textsIn("docs", /^docs\/system-patterns\.md$/),
  run(input) {
    const { parts } = readKept(input, "docs/system-patterns.md");
    for (const [name, part] of parts) hold(input.includes(keep(name, part).slice(0, 20)), "what is kept stands in the page");
  },
});
