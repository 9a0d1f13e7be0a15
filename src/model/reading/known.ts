import type { HeadingRole } from "../../config/heading-roles.ts";
import type { Lexicon } from "../../context/lexicon/types.ts";
import type { MarkdownDocument } from "../../markdown/index.ts";
import type { Alignment } from "../types.ts";
import { titleRole } from "./lexicon.ts";

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
  stack: "stack",
  conventions: "convention",
  "existing-interfaces": "context",
  decisions: "constraint",
  components: "structure",
  structures: "structure",
  entities: "structure",
  endpoints: "endpoint",
  commands: "command",
  events: "event",
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

/** Families that an input may keep under a heading of its own. */
const ELSEWHERE = new Set(["user-flows", "integrations", "security", "risks", "open-questions", "stack", "conventions"]);

/** Takes for a section of the template that is not there the one whose heading says the same in other words, or in another language. */
export function alignByLexicon(alignments: readonly Alignment[], { allSections }: MarkdownDocument, lexicon: Lexicon): Alignment[] {
  const taken = new Set(alignments.flatMap(({ sections }) => sections));
  return alignments.map((alignment) => {
    const { facts = "" } = alignment.template;
    if (alignment.sections.length > 0 || !ELSEWHERE.has(facts)) return alignment;
    const sections = allSections.filter((section) => {
      const match = section.depth > 1 && !taken.has(section) ? titleRole(lexicon, section.title) : undefined;
      return match?.exact === true && match.role === BY_FACTS[facts];
    });
    return sections.length === 0 ? alignment : { ...alignment, sections };
  });
}
