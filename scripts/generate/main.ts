import { readFileSync } from "node:fs";
import * as z from "zod";
import { readCatalogue } from "../../src/context/patterns/catalogue.ts";
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
import { SurveySchema } from "./survey-schema.ts";

/** @returns every generated file with its text. */
export async function generateAll(): Promise<Record<string, string>> {
  const pages = patternPages();
  return {
    ...pages,
    "CONTRIBUTING.md": contributing(),
    "context/patterns/README.md": cataloguePage(pages),
    ...manifests(),
    "docs/assistants.md": await assistantsPage(),
    "docs/checks/README.md": checksIndex(),
    "docs/commands.md": await commandReference(),
    "docs/configuration.md": configReference(),
    "docs/coverage.md": await coveragePage(),
    "schemas/config.schema.json": configSchema(),
    "schemas/report.schema.json": `${JSON.stringify(z.toJSONSchema(ReportSchema), null, 2)}\n`,
    "schemas/survey.schema.json": `${JSON.stringify(z.toJSONSchema(SurveySchema))}\n`,
  };
}

/** The catalogue's own page, of the pages as they are to be, with what is kept of the present one. */
function cataloguePage(pages: Readonly<Record<string, string>>): string {
  const file = "context/patterns/README.md";
  const sources = Object.entries(pages).map(([path, text]) => ({ file: path, text }));
  return catalogueIndex(readCatalogue(sources, { file, text: readFileSync(file, "utf8") }));
}
