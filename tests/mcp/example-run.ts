import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer, TestClient } from "./clients.ts";

export const EXAMPLE = { epic: "E00-examples", feature: "E00-F01-order-refunds" };
const FOLDER = `docs/plan/${EXAMPLE.epic}/${EXAMPLE.feature}`;
const FILES = { architecture: "02-architecture.md", "backend-design": "04-backend-design.md" } as const;

/** Makes a workspace with the inputs of the worked example, its designs left out. */
export function makeExample(): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "groundplan-example-"));
  mkdirSync(join(root, "docs/plan", EXAMPLE.epic), { recursive: true });
  cpSync(FOLDER, join(root, FOLDER), { recursive: true });
  cpSync("context", join(root, "context"), { recursive: true });
  for (const file of Object.values(FILES)) rmSync(join(root, FOLDER, file));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The sections of the finished design, by title: what a writer who knows the feature would write. */
function sectionsOf(file: string): Map<string, string> {
  const text = readFileSync(join(FOLDER, file), "utf8");
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf("\n")).trim(), part.slice(part.indexOf("\n")).trim()]));
}

/**
 * Takes the worked example from its PRD to the end as an assistant does that knows nothing but the tools: it writes what each brief asks for.
 *
 * @param saw is shown every answer
 * @returns the answer of finish_feature
 */
export async function runExample(
  { call }: Pick<TestClient, "call">,
  saw: (tool: string, answer: Answer) => void = () => {},
): Promise<Answer> {
  const texts = { architecture: sectionsOf(FILES.architecture), "backend-design": sectionsOf(FILES["backend-design"]) };
  const ask = async (tool: string, input: Record<string, unknown> = EXAMPLE) => {
    const answer = await call(tool, input);
    saw(tool, answer);
    if (answer.isError) throw new Error(`${tool}: ${answer.text}`);
    return answer;
  };
  await ask("list_features", {});
  await ask("start_feature");
  for (let round = 0; round < 60; round++) {
    const { write, step } = (await ask("next_step")).data;
    if (!write) {
      if (step?.id !== "finish") throw new Error(`nothing to write in ${step?.id}: ${step?.open.join("; ")}`);
      return ask("finish_feature");
    }
    const kind = write.document as keyof typeof texts;
    const body = texts[kind].get(write.section);
    if (body === undefined) throw new Error(`asked for ${kind}: ${write.section} once more than it was written`);
    texts[kind].delete(write.section);
    await ask("write_section", { ...EXAMPLE, document: kind, section: write.section, revision: write.revision, body });
  }
  throw new Error("the run does not end");
}
