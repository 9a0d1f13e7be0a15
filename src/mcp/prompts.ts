import { completable, type McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { closest, type FeatureKey, KnownError, PATTERN_CATEGORIES } from "../core.ts";
import { guarded } from "./errors.ts";
import type { Session } from "./project.ts";
import { matchingCompletions } from "./shown/shorten.ts";
import { words } from "./shown/words.ts";

/** Registers the prompts; their words are the Markdown files in `prompts/`, and nothing but names gets into them. */
export function registerPrompts(server: McpServer, session: Session): void {
  const { root } = session;
  const key = {
    epic: completable(z.string().describe("folder name of the epic"), (start) =>
      guarded(root, async () => (await completions()).completeEpic(session, start)),
    ),
    feature: completable(z.string().describe("folder name of the feature"), (start, chosen) =>
      guarded(root, async () => (await completions()).completeFeature(session, start, chosen?.arguments?.epic)),
    ),
  };
  const tell = (name: Parameters<typeof words>[0], values: () => Words | Promise<Words>) =>
    guarded(root, async () => {
      const text = words(name, await values());
      return { messages: [{ role: "user" as const, content: { type: "text" as const, text } }] };
    });

  server.registerPrompt(
    "design_backend",
    {
      title: "Design a backend",
      description: "Take a feature from its PRD to both design documents, step by step.",
      argsSchema: z.strictObject(key),
    },
    ({ epic, feature }) => tell("design-backend", async () => ({ ...(await named(session, { epic, feature }, "promptedKey")) })),
  );
  server.registerPrompt(
    "review_design",
    { title: "Review a design", description: "Check a feature's design and judge what no check can.", argsSchema: z.strictObject(key) },
    ({ epic, feature }) => tell("review-design", async () => ({ ...(await named(session, { epic, feature })) })),
  );
  server.registerPrompt(
    "fix_findings",
    {
      title: "Fix findings",
      description: "Mend what the checks found in a feature's design, all of it or one check's.",
      argsSchema: z.strictObject({
        ...key,
        check: completable(z.string().describe("id of a check, or all"), async (start) =>
          (await completions()).completeCheck(start),
        ).optional(),
      }),
    },
    ({ epic, feature, check }) =>
      tell("fix-findings", async () => ({
        ...(await named(session, { epic, feature })),
        which:
          check === undefined || check === "" || check === "all"
            ? "every finding"
            : `the findings of the check ${known("check", check, (await completions()).completeCheck())}`,
      })),
  );
  server.registerPrompt(
    "new_pattern",
    {
      title: "New pattern",
      description: "Add an entry to the project's pattern catalogue.",
      argsSchema: z.strictObject({
        category: completable(z.string().describe("category of patterns"), (start) => matchingCompletions(PATTERN_CATEGORIES, start)),
      }),
    },
    ({ category }) => tell("new-pattern", () => ({ category: known("category", category, PATTERN_CATEGORIES) })),
  );
}

type Words = Readonly<Record<string, string>>;

/** Loaded when the first one is asked for. */
const completions = () => import("./complete.ts");

function known(what: string, name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const suggestion = closest(name.slice(0, 60), names);
  throw new KnownError(
    what,
    `unexpected ${what} ${JSON.stringify(name.slice(0, 60))}`,
    suggestion ? `Did you mean ${suggestion}?` : `Expected one of ${names.join(", ")}.`,
  );
}

/** The feature that is meant, or the one that may be begun under the key. */
async function named(session: Session, given: FeatureKey, how: "meantKey" | "promptedKey" = "meantKey"): Promise<FeatureKey & Words> {
  const core = await import("./core.ts");
  return { ...core[how](core.openProject(session).workspace, given) };
}
