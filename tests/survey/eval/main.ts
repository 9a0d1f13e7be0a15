import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { surveyProject } from "../../../src/survey/make.ts";
import { FIXTURES } from "../fixtures.ts";
import { compareApplications } from "./applications.ts";
import { compareNoir } from "./noir.ts";

/** What was told, right, and expected, by framework. */
async function ownFixtures(say: (line: string) => void): Promise<boolean> {
  const all = { right: 0, told: 0, expected: 0 };
  for (const [name, { files, routes = [], commands = [], tables = [] }] of Object.entries(FIXTURES)) {
    const root = mkdtempSync(join(tmpdir(), "survey-"));
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      const project = await surveyProject(root);
      const told = [
        ...project.routes.map(({ method, path }) => `${method} ${path}`),
        ...project.commands.map(
          (one) => `${one.registered ? "" : "(not registered) "}${one.name} [${one.flags.map((flag) => flag.name).join(" ")}]`,
        ),
        ...project.tables.map((one) => `${one.name}: ${one.columns.map((column) => column.name).join(", ")}`),
      ];
      const expected = new Set([...routes, ...commands, ...tables]);
      const right = told.filter((one) => expected.has(one)).length;
      all.right += right;
      all.told += told.length;
      all.expected += expected.size;
      say(`${name.padEnd(20)} ${right} of ${expected.size} found, ${told.length - right} that are none`);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  const [precision, recall] = [all.right / all.told, all.right / all.expected];
  say(`own fixtures: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  return precision >= 0.98 && recall >= 0.9;
}

/**
 * @param words a folder and a list of expectations to compare with as well, or `--applications` and a folder of what a person has counted
 * @returns whether the bars are held
 */
export async function main(words: readonly string[], say: (line: string) => void): Promise<boolean> {
  const [folder, truth, only] = words;
  if (folder === "--applications" && truth) return compareApplications(truth, new RegExp(only ?? "."), say);
  const isGood = await ownFixtures(say);
  if (folder && truth) await compareNoir(folder, truth, new RegExp(only ?? "."), say);
  return isGood;
}
