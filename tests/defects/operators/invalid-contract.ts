import { exportContracts, type Model } from "../../../src/core.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** What a feature's own design says, in OpenAPI: a contract that it agrees with. */
function contractOf(model: Model): string[] | undefined {
  if (!model.backend.interfaces.some(({ kind }) => kind === "api")) return undefined;
  return exportContracts(model, "openapi", "yaml").text.split("\n");
}

/** Changes each line of the contract that matches; the line that is told is the same one, or one near it. */
function* atLines(model: Model, pattern: RegExp, change: (line: string) => string | string[], told = 0): Generator<Mutant> {
  const lines = contractOf(model) ?? [];
  for (const [index, line] of lines.entries()) {
    if (!pattern.test(line)) continue;
    const openapi = lines.toSpliced(index, 1, ...[change(line)].flat()).join("\n");
    yield {
      label: `openapi.yaml:${index + 1} ${line.trim()}`,
      changes: {},
      openapi,
      expected: [{ kind: "openapi", line: index + 1 + told }],
    };
  }
}

const REFERENCE = /\$ref: /;
const KEY = /^ {4}[A-Za-z]\w*:$/;

export default defineOperators("invalid-contract", [
  { name: "reference-to-nothing", apply: (model) => atLines(model, REFERENCE, (line) => line.replace(/schemas\/\w+/, "schemas/Nothing")) },
  {
    name: "reference-to-the-web",
    apply: (model) => atLines(model, REFERENCE, (line) => line.replace(/'#/, "'https://schemas.example.com/all.yaml#")),
  },
  {
    name: "reference-out-of-the-repository",
    apply: (model) => atLines(model, REFERENCE, (line) => line.replace(/'#/, "'../../../../../all.yaml#")),
  },
  { name: "key-twice", apply: (model) => atLines(model, KEY, (line) => [`${line} {}`, line], 1), alsoExpected: ["contract-mismatch"] },
  { name: "version-2", apply: (model) => atLines(model, /^openapi: /, () => 'swagger: "2.0"') },
  { name: "bracket-open", apply: (model) => atLines(model, /^ {2}title: /, () => "  title: [Refunds", 1) },
  { name: "no-contract", apply: (model) => atLines(model, /^openapi: /, () => "about: refunds") },
]);
