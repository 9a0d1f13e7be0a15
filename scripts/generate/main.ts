import * as z from "zod";
import { loadCatalogue, openWorkspace } from "../../src/core.ts";
import { catalogueIndex } from "../../src/report/catalogue/index-page.ts";
import { ReportSchema } from "../../src/report/json-schema.ts";
import { assistantsPage } from "./assistants.ts";
import { checksIndex } from "./checks.ts";
import { commandReference } from "./commands.ts";
import { configReference, configSchema } from "./configuration.ts";
import { coveragePage } from "./coverage.ts";
import { patternPages } from "./examples.ts";
import { contributing } from "./house.ts";
import { manifests } from "./manifests.ts";

/** @returns every generated file with its text. */
export async function generateAll(): Promise<Record<string, string>> {
  return {
    ...patternPages(),
    "CONTRIBUTING.md": contributing(),
    "context/patterns/README.md": catalogueIndex(loadCatalogue(openWorkspace(".")).catalogue),
    ...manifests(),
    "docs/assistants.md": await assistantsPage(),
    "docs/checks/README.md": checksIndex(),
    "docs/commands.md": await commandReference(),
    "docs/configuration.md": configReference(),
    "docs/coverage.md": await coveragePage(),
    "schemas/config.schema.json": configSchema(),
    "schemas/report.schema.json": `${JSON.stringify(z.toJSONSchema(ReportSchema), null, 2)}\n`,
  };
}
