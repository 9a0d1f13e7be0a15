import { z } from "zod";
import { ReportSchema } from "../../src/report/json-schema.ts";
import { checksIndex } from "./checks.ts";
import { commandReference } from "./commands.ts";
import { configReference, configSchema } from "./configuration.ts";

/** @returns every generated file with its text. */
export async function generateAll(): Promise<Record<string, string>> {
  return {
    "docs/checks/README.md": checksIndex(),
    "docs/commands.md": await commandReference(),
    "docs/configuration.md": configReference(),
    "schemas/config.schema.json": configSchema(),
    "schemas/report.schema.json": `${JSON.stringify(z.toJSONSchema(ReportSchema), null, 2)}\n`,
  };
}
