import { wordFor } from "../../context/standard-words.ts";
import type { TemplateSection } from "../../context/types.ts";
import type { Section } from "../../markdown/index.ts";
import { nameKey, titleKey } from "../../text/names.ts";
import { spellingsOf } from "./foreign-values.ts";
import { fieldParts } from "./items.ts";

/** Titles of groups: "Task Commands" names no command. */
const GROUP =
  /(?:^|\s)(?:commands|endpoints|apis|events|functions|methods|messages|operations|routes|queries|services|components|structures|models)$/i;

/** The sections of a repeated kind, and whether some of them were not in a form that can be read. */
export interface Members {
  sections: Section[];
  unread: Section[];
}

/**
 * Takes for the records of a repeated section those headings that are one: a heading that only groups others gives way to these, and
 * one that bears no label of the template while none of its group does was written in a form that cannot be judged.
 */
export function membersOf(template: TemplateSection, sections: readonly Section[], titles: ReadonlySet<string>): Members {
  const labels = new Set(fieldParts(template.parts).flatMap(({ label }) => [...spellingsOf(label), nameKey(wordFor(template, label))]));
  if (!template.repeated || labels.size === 0) return { sections: [...sections], unread: [] };
  const bears = (section: Section) =>
    section.fields.some(({ label }) => labels.has(nameKey(label))) || section.sections.some(({ title }) => labels.has(nameKey(title)));
  const anyBears = sections.some(bears);
  const found: Members = { sections: [], unread: [] };
  for (const section of sections) {
    const members = section.sections.filter(({ title }) => !labels.has(nameKey(title)));
    // What the template names elsewhere lost its place, and is no group.
    const groups = !bears(section) && !titles.has(titleKey(section.title));
    if (groups && members.some(bears)) found.sections.push(...members);
    // Beside records that bear labels, one without is incomplete.
    else if (groups && !anyBears && (members.length > 0 || GROUP.test(section.title))) found.unread.push(section);
    else found.sections.push(section);
  }
  return found;
}
