import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as api from "../../src/index.ts";
import { BUILT } from "../drift/built.ts";
import { makeWorkspace } from "../support/workspace.ts";

/** What programs may build on. A name that comes or goes here is a decision: it belongs into the changelog. */
const VALUES = [
  "KnownError",
  "checkFeatures",
  "currentStep",
  "driftsOf",
  "featureKey",
  "formatKey",
  "listFeatures",
  "loadContext",
  "openWorkspace",
  "readFeature",
  "review",
  "stepsOf",
  "surveyRepository",
  "traceRequirements",
  "tracedCode",
  "withText",
];
const TYPES = [
  "CodeMention",
  "CodeTrace",
  "Config",
  "Context",
  "DocumentKind",
  "Drift",
  "DriftKind",
  "DriftReport",
  "DriftState",
  "Feature",
  "FeatureDocument",
  "FeatureKey",
  "InterfaceKind",
  "Level",
  "Model",
  "OutputKind",
  "Place",
  "Review",
  "Severity",
  "Step",
  "Survey",
  "SurveyOptions",
  "Trace",
  "TracedCode",
  "Verdict",
  "WordedFinding",
  "Workspace",
];

const offered = new Map<string, unknown>(Object.entries(api));
const source = readFileSync("src/index.ts", "utf8");

describe("the public API", () => {
  it("offers these functions and classes, and no others", () => {
    expect([...offered.keys()].sort()).toEqual(VALUES);
  });

  it("names these types, and no others", () => {
    const lists = [...source.matchAll(/^export (type )?\{([^}]*)\}/gm)];
    const types = lists.flatMap(([, all, names]) =>
      (names ?? "").split(",").flatMap((name) => (all ? [name.trim()] : name.trim().startsWith("type ") ? [name.trim().slice(5)] : [])),
    );
    expect(types.sort()).toEqual(TYPES);
  });

  it("does what the examples in its comment say", async () => {
    const examples = [...source.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => (code ?? "").replace(/^ \* ?/gm, ""));
    expect(examples).toHaveLength(3);
    const [ofCode = ""] = examples.splice(2);
    const bodies = examples.map((code) => code.replace(/^import \{.*\} from "groundplan";$/m, "")).join("\n");
    const names = [
      ...new Set(
        examples.flatMap(
          (code) =>
            /^import \{(.*)\}/m
              .exec(code)?.[1]
              ?.split(",")
              .map((name) => name.trim()) ?? [],
        ),
      ),
    ];
    const text = 'const feature = readFeature(workspace, listFeatures(workspace)[0]); const text = "# Nothing\\n";';
    const [first = "", second = ""] = bodies.split("\n\nconst { findings }");
    const run = new Function(...names, `${first}\n${text}\n{ const { findings }${second} return { lines, found: findings.length }; }`);
    const { lines, found } = run(...names.map((name) => offered.get(name))) as { lines: string[]; found: number };
    expect(lines).toEqual([]);
    expect(found).toBeGreaterThan(5);
    const [, imported = "", code = ""] = /^import \{(.*)\} from "groundplan";\n([\s\S]*)$/.exec(ofCode) ?? [];
    const wanted = imported.split(",").map((name) => name.trim());
    const root = makeWorkspace(BUILT);
    cpSync("docs/plan/E00-examples", join(root, "docs/plan/E00-examples"), { recursive: true });
    const here = code.replace('openWorkspace(".")', `openWorkspace(${JSON.stringify(root)})`);
    const against = new Function(...wanted, `return (async () => {${here} return { survey, told }; })();`);
    const held = (await against(...wanted.map((name) => offered.get(name)))) as {
      survey: { types: unknown[] };
      told: { findings: unknown[]; drift: { state: string } }[];
    };
    expect(held.survey.types.length).toBeGreaterThan(5);
    expect(held.told.map(({ drift }) => drift.state)).toContain("built");
  });
});
