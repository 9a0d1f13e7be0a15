import { completable, type McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { featureKey } from "../index.ts";
import { completeEpic, completeFeature } from "./complete.ts";
import type { Session } from "./define.ts";
import { guarded } from "./errors.ts";
import { words } from "./words.ts";

/** Registers the prompts; their words are the Markdown files in `prompts/`. */
export function registerPrompts(server: McpServer, session: Session): void {
  const { root } = session.workspace;
  const argsSchema = z.strictObject({
    epic: completable(z.string().describe("folder name of the epic"), (start) => guarded(root, () => completeEpic(session, start))),
    feature: completable(z.string().describe("folder name of the feature"), (start, chosen) =>
      guarded(root, () => completeFeature(session, start, chosen?.arguments?.epic)),
    ),
  });
  server.registerPrompt(
    "design_backend",
    { title: "Design a backend", description: "Take a feature from its PRD to both design documents, step by step.", argsSchema },
    ({ epic, feature }) => {
      // A key is a plain folder name, so that nothing else gets into the words.
      const key = guarded(root, () => featureKey(epic, feature));
      return { messages: [{ role: "user", content: { type: "text", text: words("design-backend", { ...key }) } }] };
    },
  );
}
