import type { HeadingRole } from "../../config/heading-roles.ts";
import type { Alignment } from "../types.ts";

/** What stands in a section of the template, by the family of facts that the template names for it. */
const BY_FACTS: Readonly<Record<string, HeadingRole>> = {
  overview: "context",
  "interface-kinds": "context",
  "user-flows": "flow",
  "functional-requirements": "functional",
  "non-functional-requirements": "non-functional",
  integrations: "integration",
  security: "security",
  risks: "risk",
  "open-questions": "question",
};

/** @returns the roles of headings that the template knows, whatever its language, by where they begin. */
export function rolesByTemplate(alignments: readonly Alignment[]): ReadonlyMap<number, HeadingRole> {
  const roles = new Map<number, HeadingRole>();
  for (const { template, sections } of alignments) {
    const role = template.facts === undefined ? undefined : BY_FACTS[template.facts];
    if (role && !template.repeated) for (const { heading } of sections) roles.set(heading.start, role);
  }
  return roles;
}
