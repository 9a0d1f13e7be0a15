import * as z from "zod";
import { type DocumentKind, KnownError } from "../core.ts";
import type { ToolContext } from "./define.ts";
import { asData, quoted } from "./shown/data.ts";
import { clip } from "./shown/shorten.ts";

/** What is to be changed in a document that belongs to others. */
interface Change {
  document: DocumentKind;
  passage: string | undefined;
  by: string;
  /** How the person agreed, in the words of the assistant. */
  consent: string | undefined;
}

const FORM = z.object({ agree: z.boolean().default(false).describe("change it") });

/**
 * An input is changed by one passage, and after the person's consent: a form asks for it, or the assistant says how it was given.
 *
 * @returns the question, where the person is still to be asked; undefined where they agreed
 * @throws KnownError `consent` where nobody agreed
 */
export function agreedTo({ document, passage, by, consent }: Change, { person, context }: ToolContext) {
  const { title } = context.templates[document];
  if (passage === undefined)
    throw refused(`the whole ${title} is not an author's to replace`, "Send the one passage to be mended as replaces.");
  const words = `May this passage of the ${title} be changed?\n\n${quoted(document, asData(clip(passage, 600)))}\n\nIt would read:\n\n${clip(asData(by), 600)}`;
  const asked = person.ask("consent", words, FORM);
  if (asked && "question" in asked) return asked;
  if (asked ? asked.answer.agree : (consent ?? "").trim() !== "") return undefined;
  throw refused(`the ${title} belongs to others, and nobody agreed to the change`, "Ask the person, and send how they agreed as consent.");
}

function refused(problem: string, advice: string): KnownError {
  return new KnownError("consent", problem, `${advice} Nothing was written.`);
}
