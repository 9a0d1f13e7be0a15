import { trailingId } from "../../requirements/ids.ts";
import type { Frame, Walk } from "../draft.ts";
import { isStating } from "../ground.ts";
import { titleRole } from "../lexicon.ts";
import type { Signs } from "../signs.ts";

/** @returns the id in parentheses behind a title: "Sign-in (FR-002)" names a requirement where it is the first to do so, and not one of its criteria or tests */
export function idBehind(
  { drafts, reader }: Walk,
  title: string,
  { ground }: Frame,
): (NonNullable<Signs["id"]> & { rest: string }) | undefined {
  const found = isStating(ground) && ground.role !== "test" && ground.role !== "criterion" ? trailingId(title) : undefined;
  if (!found || titleRole(reader.lexicon, found.rest)?.exact) return undefined;
  return drafts.some(({ own }) => own === found.id) ? undefined : { ...found, known: true };
}
