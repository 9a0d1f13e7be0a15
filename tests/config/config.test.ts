import { describe, expect, it } from "vitest";
import { DEFAULTS } from "../../src/config/config.ts";
import { parseConfig } from "../../src/config/load.ts";
import { matchesAny, settingsFor } from "../../src/config/settings.ts";
import { idleGlobs, KnownError, listFeatures, loadContext, openWorkspace, readFeature, review } from "../../src/core.ts";
import { bounded } from "../support/bounded.ts";
import { runCli } from "../support/cli.ts";
import { exampleText } from "../support/example.ts";
import { makeWorkspace } from "../support/workspace.ts";

const CHECK_IDS = ["code-block", "line-count", "vague-wording"];

describe("a mistake in the configuration is told with its line and the choices", () => {
  it.each([
    [
      "a misspelt key",
      '{\n  "plan": "docs",\n  "checkss": {}\n}',
      'groundplan.config.json:3: unexpected key "checkss"',
      'Did you mean "checks"?',
    ],
    ["an unknown key", '{\n  "colour": true\n}', 'groundplan.config.json:2: unexpected key "colour"', /^The keys are: plan, templates/],
    [
      "a level that is none",
      '{\n  "checks": {\n    "code-block": "eror"\n  }\n}',
      "groundplan.config.json:3: unexpected value of checks.code-block",
      "Expected one of off, warning, error.",
    ],
    [
      "a check that is none",
      '{\n  "checks": {\n    "line-cuont": "off"\n  }\n}',
      'groundplan.config.json:3: unexpected check "line-cuont"',
      'Did you mean "line-count"?',
    ],
    [
      "a check that is none, in an override",
      "overrides:\n  - files: ['**']\n    checks:\n      nothing: off\n",
      'groundplan.config.json:4: unexpected check "nothing"',
      /^The checks are: code-block/,
    ],
    [
      "a wrong type",
      "lines:\n  architecture:\n    max: many\n",
      "groundplan.config.json:3: unexpected value of lines.architecture.max",
      /number/,
    ],
    [
      "bounds the wrong way round",
      '{ "lines": { "prd": { "min": 9, "max": 3 } } }',
      "groundplan.config.json:1: unexpected value of lines.prd",
      /min that is not above max/,
    ],
    [
      "a path out of the project",
      '{ "plan": "../elsewhere" }',
      "groundplan.config.json:1: unexpected value of plan",
      /inside of the project/,
    ],
    ["an absolute path", '{ "plan": "/etc" }', "groundplan.config.json:1: unexpected value of plan", /inside of the project/],
    [
      "an expression that could hang",
      '{ "requirementIds": ["(?<!x)a+$"] }',
      "groundplan.config.json:1: unexpected value of requirementIds.0",
      /syntax of RE2: look behind is not supported/,
    ],
    [
      "an expression that only the lenient grammar takes",
      "requirementIds: ['[']",
      "groundplan.config.json:1: unexpected value of requirementIds.0",
      /a regular expression/,
    ],
    [
      "aliases of what is not there",
      ": &a [1,*b]",
      "groundplan.config.json:1: unexpected configuration that cannot be read",
      /without aliases/,
    ],
    [
      "broken JSON",
      '{\n  "plan": "docs",\n',
      /^groundplan\.config\.json:\d: unexpected configuration that cannot be read/,
      "Mend the JSON or YAML.",
    ],
    [
      "nesting that no reader can follow",
      "[".repeat(20_000),
      "groundplan.config.json:1: unexpected configuration that cannot be read: it nests too deep",
      "Mend the JSON or YAML.",
    ],
    [
      "nesting of lists in YAML",
      "- ".repeat(20_000),
      "groundplan.config.json:1: unexpected configuration that cannot be read: it nests too deep",
      "Mend the JSON or YAML.",
    ],
    ["a list instead of keys", "- a\n- b\n", "groundplan.config.json:1: unexpected value of the configuration", /object/],
  ])("%s", (_, text, message, advice) => {
    let thrown: unknown;
    try {
      parseConfig(text, "groundplan.config.json", CHECK_IDS);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: "config" });
    const { message: told, advice: said } = thrown as { message: string; advice: string };
    expect(told).toMatch(message instanceof RegExp ? message : new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
    expect(said).toMatch(advice instanceof RegExp ? advice : new RegExp(advice.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  });
});

it.each([
  "docs/plan\n",
  "a\n/../../elsewhere",
  "a\u2028/../../elsewhere",
  "docs\r/plan",
  "docs/\u001b[31mplan",
  "docs/\u009b31m",
  "docs/\u202enalp",
  "docs/pl\u200ban",
  ".git",
  "./.git/config",
  "docs/../.git",
  "services/shop/.GIT/hooks",
])("no path of a configuration is %j", (path) => {
  for (const config of [{ plan: path }, { baseline: path }, { overview: path }, { contracts: { "E01-F01-a": [path] } }])
    expect(() => parseConfig(JSON.stringify(config), "groundplan.config.json", CHECK_IDS)).toThrow(KnownError);
});

it.each(["prd\n.md", "\u001b[31m.md", "a\u2029.md", "../prd.md", ".git/prd.md", "\u202edm.md"])("no name of a document is %j", (name) => {
  expect(() => parseConfig(JSON.stringify({ files: { prd: name } }), "groundplan.config.json", CHECK_IDS)).toThrow(KnownError);
});

it.each(["docs/plan", "./docs/plan/", "docs//plan", "Pläne/功能", "a b/(wip) & more", "docs/.github", "x.git", "👩‍💻/plan", "می‌خواهم"])(
  "a path of a configuration may be %j",
  (path) => {
    expect(parseConfig(JSON.stringify({ plan: path }), "groundplan.config.json", CHECK_IDS)).toMatchObject({ plan: expect.any(String) });
  },
);

it("several mistakes are told at once, each with its line", () => {
  const text = '{\n  "colour": 1,\n  "plann": "x",\n  "checks": { "line-cuont": "off" },\n  "lines": { "prd": { "max": "many" } }\n}';
  expect(() => parseConfig(text, "groundplan.config.json", CHECK_IDS)).toThrow(/^4 mistakes in groundplan\.config\.json$/);
  try {
    parseConfig(text, "groundplan.config.json", CHECK_IDS);
  } catch (thrown) {
    const { advice } = thrown as { advice: string };
    for (const told of [
      ':2: unexpected key "colour"',
      ':3: unexpected key "plann". Did you mean "plan"?',
      ':4: unexpected check "line-cuont"',
      ":5: unexpected value of lines.prd.max",
    ])
      expect(advice).toContain(told);
  }
});

it.each([
  [
    "comments",
    '{\n  // the folder of "plans"\n  "plan": "specs", /* not // here */\n  "decisions": "a//b" // end\n}',
    { plan: "specs", decisions: "a/b" },
  ],
  ["a comma at the end", '{ "plan": "specs", }', { plan: "specs" }],
  ["a byte order mark", '\uFEFF// teams\n{ "plan": "specs" }', { plan: "specs" }],
  ["YAML with globs", "ignore: ['docs/**/*.md']  # all\n", { ignore: ["docs/**/*.md"] }],
])("JSON with %s is read", (_, text, config) => {
  expect(parseConfig(text, "groundplan.config.json", CHECK_IDS)).toEqual(config);
});

it.each([
  [{ plan: "./docs/plan" }, { plan: "docs/plan" }],
  [
    { plan: "docs//plan/", templates: "./a/./b/" },
    { plan: "docs/plan", templates: "a/b" },
  ],
  [
    { overview: "./docs//all.md", baseline: "./.b.json" },
    { overview: "docs/all.md", baseline: ".b.json" },
  ],
  [
    { ignore: ["./docs//plan/", "!./x"], overrides: [{ files: ["././a.md"] }] },
    { ignore: ["docs/plan/", "!x"], overrides: [{ files: ["a.md"] }] },
  ],
])("paths are written in one way where they enter: %j", (written, read) => {
  expect(parseConfig(JSON.stringify(written), "groundplan.config.json", CHECK_IDS)).toEqual(read);
});

describe("a glob means", () => {
  const FILE = "docs/plan/E01-shop/E01-F01-parcels/prd.md";
  it.each([
    [["docs/plan/E01-shop"], true],
    [["docs/plan/E01-shop/"], true],
    [["docs/plan/E01-*"], true],
    [["/docs"], true],
    [["prd.md"], true],
    [["E01-F01-parcels"], true],
    [["*.md"], true],
    [["docs/**", "!docs/plan/E01-shop"], false],
    [["docs/**", "!docs/plan/E01-shop", "prd.md"], true],
    [["!docs/plan/E02-other"], false],
    [["/prd.md"], false],
    [["plan/E01-shop"], false],
    [["docs/plan/E01"], false],
    [["docs/**/prd.md"], true],
    [["docs/**/plan/**/E01-shop"], true],
    [["**/E01-shop/*/prd.md"], true],
    [["docs/*/prd.md"], false],
    [["docs/plan/E0[1-3]-*/**"], true],
    [["docs/plan/E0[!1]-*"], false],
    [["docs/plan/E0?-shop"], true],
    [["docs/plan/{E00,E0{1,2}}-*/E01-F01-*"], true],
    [["docs/plan/{E00,E02}-*"], false],
    [["docs/plan/E01\\-shop"], true],
    [["docs/\\*"], false],
    [["docs/pl[an"], false],
    [["docs/plan/E01-{shop"], false],
  ])("%j: %s", (globs, means) => {
    expect(matchesAny(FILE, globs)).toBe(means);
  });
});

it("names with signs are meant as they stand, in any script", () => {
  for (const name of ["(wip) a & b", "[x", "{y", "Größe 功能", "a+b", "x!", "😀"])
    expect([name, matchesAny(`docs/plan/${name}/prd.md`, [`docs/plan/${name}`, "!docs/other"])]).toEqual([name, true]);
  expect(matchesAny("docs/😀/a", ["docs/?"])).toBe(true);
});

it.each([
  `${"*a".repeat(200)}*`,
  `${"**/".repeat(150)}x`,
  `${"*a*/**/".repeat(60)}b`,
  "\\".repeat(499),
  "[!]".repeat(160),
  "{a,".repeat(160),
  "!".repeat(499),
])("no glob takes long: %s", (glob) => {
  const path = `${"a".repeat(250)}/`.repeat(16);
  expect(bounded(() => matchesAny(`${path}c`, [glob]))).toBe(glob.endsWith("*a*"));
});

it.each([
  ["{a,b}".repeat(20), /more than 200 alternatives/],
  ["docs/@(a|b)/**", /@\(a\|\.\.\.\) is not supported, write {a,b}/],
  ["docs/+(a|aa)+(a|aa)b", /is not supported/],
  ["*".repeat(501), /500/],
])("a glob is refused by what is not understood in it: %s", (glob, advice) => {
  for (const config of [{ ignore: [glob] }, { overrides: [{ files: [glob] }] }]) {
    let thrown: unknown;
    try {
      parseConfig(JSON.stringify(config), "groundplan.config.json", CHECK_IDS);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: "config", advice: expect.stringMatching(advice) });
  }
});

it("globs that match nothing are told", () => {
  const root = makeWorkspace({
    "docs/plan/E01-shop/E01-F01-parcels/prd.md": "# Parcels\n",
    "docs/adr/0001-use-one.md": "# Use one\n",
    "groundplan.config.json": JSON.stringify({
      ignore: ["docs/plan/E00-old", "docs/plan/E09-*"],
      overrides: [{ files: ["docs/adr/", "docs/plan/**/prd.md"] }, { files: ["docs/plans/**", "!README.md"] }],
    }),
    "docs/plan/E00-old/E00-F01-a/prd.md": "# A\n",
  });
  const workspace = openWorkspace(root);
  expect(listFeatures(workspace)).toHaveLength(1);
  expect(idleGlobs(workspace)).toEqual([
    { key: "ignore", glob: "docs/plan/E09-*" },
    { key: "overrides.1.files", glob: "docs/plans/**" },
    { key: "overrides.1.files", glob: "!README.md" },
  ]);
  expect(runCli(["status"], root).err).toContain('groundplan.config.json: ignore: "docs/plan/E09-*" matches nothing\n');
});

it.each([
  ["of the settings", { lines: { architecture: { min: 300 } } }, /lines\.architecture: a min of 300 above a max of 200/],
  [
    "of an override",
    { overrides: [{ files: ["**"], lines: { "backend-design": { max: 90 } } }] },
    /overrides\.0\.lines\.backend-design: a min of 150 above a max of 90/,
  ],
])("a bound %s beyond the other one of the template is a mistake", (_, config, told) => {
  const root = makeWorkspace({ "groundplan.config.json": JSON.stringify(config) });
  expect(() => loadContext(root, openWorkspace(root).config)).toThrow(told);
});

describe("what is set for a file", () => {
  it("is the general settings with each override that matches, the last one winning", () => {
    const config = {
      ...DEFAULTS,
      ...parseConfig(
        "checks: { line-count: warning }\nallowLanguages: [json]\noverrides:\n  - files: ['docs/plan/E00-*/**']\n    checks: { line-count: 'off' }\n  - files: ['**/04-*.md']\n    allowLanguages: []\n",
        "groundplan.config.yaml",
        CHECK_IDS,
      ),
    };
    expect(settingsFor(config, "docs/plan/E01/E01-F01/02-architecture.md")).toMatchObject({
      checks: { "line-count": "warning" },
      allowLanguages: ["json"],
    });
    expect(settingsFor(config, "docs/plan/E00-a/E00-F01/04-backend-design.md")).toMatchObject({
      checks: { "line-count": "off" },
      allowLanguages: [],
    });
  });
});

const KEY = { epic: "E00-examples", feature: "E00-F01-order-refunds" };

/** The worked example in a workspace with a configuration, changed or under other names. */
function reviewWith(config: string, files: Partial<Record<string, string>> = {}) {
  const folder = `docs/plan/${KEY.epic}/${KEY.feature}`;
  const texts = {
    [`${folder}/prd.md`]: exampleText("prd"),
    [`${folder}/00-research-report.md`]: exampleText("research"),
    [`${folder}/01-interface-contracts.md`]: exampleText("contracts"),
    [`${folder}/02-architecture.md`]: exampleText("architecture"),
    [`${folder}/03-data-design.md`]: exampleText("data-design"),
    [`${folder}/04-backend-design.md`]: exampleText("backend-design"),
    "groundplan.config.yaml": config,
  };
  for (const [name, text] of Object.entries(files)) texts[`${folder}/${name}`] = text ?? "";
  const workspace = openWorkspace(makeWorkspace(texts));
  return review(readFeature(workspace, KEY), loadContext(workspace.root, workspace.config));
}

describe("settings take effect", () => {
  const tooLong = { "02-architecture.md": `${exampleText("architecture")}\n${"More.\n\n".repeat(4)}` };
  const found = (config: string, files: Partial<Record<string, string>>, check: string) =>
    reviewWith(config, files)
      .findings.filter((finding) => finding.check === check)
      .map(({ severity }) => severity);

  it("levels: error by default, warning, off", () => {
    expect(found("{}", tooLong, "line-count")).toEqual(["error"]);
    expect(found("checks: { line-count: warning }", tooLong, "line-count")).toEqual(["warning"]);
    expect(found("checks: { line-count: 'off' }", tooLong, "line-count")).toEqual([]);
    expect(found("overrides: [{ files: ['**/04-*.md'], checks: { line-count: 'off' } }]", tooLong, "line-count")).toEqual(["error"]);
  });

  it("line budgets, with a tolerance", () => {
    expect(found("lines: { architecture: { max: 220 } }", tooLong, "line-count")).toEqual([]);
    expect(found("lines: { architecture: { tolerance: 10 } }", tooLong, "line-count")).toEqual([]);
    expect(found("lines: { architecture: { tolerance: 2 } }", tooLong, "line-count")).toEqual(["error"]);
  });

  it("languages that are let pass", () => {
    const withJson = {
      "04-backend-design.md": exampleText("backend-design").replace(
        "### Recovery Strategies\n",
        "### Recovery Strategies\n\n```json\n{}\n```\n",
      ),
    };
    expect(found("{}", withJson, "code-block")).toEqual(["error"]);
    expect(found("allowLanguages: [json]", withJson, "code-block")).toEqual([]);
    expect(found("overrides: [{ files: ['**/04-*.md'], allowLanguages: [json] }]", withJson, "code-block")).toEqual([]);
    expect(found("overrides: [{ files: ['**/02-*.md'], allowLanguages: [json] }]", withJson, "code-block")).toEqual(["error"]);
  });

  it.each([
    ["text", "Dear customer,\nyour refund was approved.", []],
    ["text", "SELECT id FROM refunds", ["sql-statement"]],
    ["text", "class Refund:\n    id: str", ["definition"]],
    ["text", "await refunds.save(refund);\nreturn refund;", ["code-statement"]],
    ["text", "[server]\nport = 8080", ["code-statement"]],
    ["text", "+-----+     +----+\n| API | --> | DB |\n+-----+     +----+", ["drawn-diagram"]],
    ["yaml", "server:\n  port: 8080\n  host: here", []],
    ["yaml", "class Refund:\n    id: str", ["definition"]],
    ["python", "class Refund:\n    id: str", []],
    ["http", "GET /refunds HTTP/1.1\nAccept: application/json", []],
  ])("what a block of %s holds, where it is let pass: %j", (language, text, checks) => {
    const block = exampleText("backend-design").replace(
      "### Recovery Strategies\n",
      `### Recovery Strategies\n\n\`\`\`${language}\n${text}\n\`\`\`\n`,
    );
    const { findings } = reviewWith(`allowLanguages: [${language}]`, { "04-backend-design.md": block });
    expect(findings.filter(({ category }) => category === "no-code").map(({ check }) => check)).toEqual(checks);
  });

  it("file names of a team's own", () => {
    const renamed = { "03-data-design.md": "", "03-database-design.md": exampleText("data-design") };
    const { model } = reviewWith("files: { data-design: 03-database-design.md }", renamed);
    expect(model.entities.map(({ name }) => name)).toContain("refund_events");
  });

  it("requirement ids of a team's own, declared and cited", () => {
    const own = (text: string) => text.replace(/\bFR-(\d+)/g, "[F/$1]").replace(/\[F\/1\] to \[F\/4\]/g, "[F/1] [F/2] [F/3] [F/4]");
    const files = {
      "prd.md": own(exampleText("prd")),
      "02-architecture.md": own(exampleText("architecture")),
      "04-backend-design.md": own(exampleText("backend-design")),
    };
    const { model } = reviewWith("requirementIds: ['\\[F/[0-9]+\\]']", files);
    expect(model.requirements.slice(0, 2)).toMatchObject([{ id: "[F/1]" }, { id: "[F/2]" }]);
    expect(model.requirements[0]?.text).toMatch(/^A support agent can request/);
    expect(model.mentions.map(({ id }) => id)).toEqual(expect.arrayContaining(["[F/1]", "[F/14]"]));
  });

  it("features that are left out", () => {
    const root = makeWorkspace({
      "docs/plan/E00-examples/E00-F01-order-refunds/prd.md": exampleText("prd"),
      "groundplan.config.json": '{ "ignore": ["docs/plan/E00-*/**"] }',
    });
    expect(listFeatures(openWorkspace(root))).toEqual([]);
  });
});
