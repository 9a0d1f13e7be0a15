import type { Section } from "../../markdown/index.ts";
import { allAlignments, expectedPlace, outputs } from "../../model/query.ts";
import type { AlignedDocument, Alignment } from "../../model/types.ts";
import { titleKey } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

type MessageId = "missing" | "strange" | "level" | "misspelt" | "misplaced";

export default defineCheck({
  id: "missing-section",
  category: "completeness",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected the section "{title}"{where}.',
      advice: "Add the heading `{heading}` and write the section; the brief of `groundplan next` says what belongs into it.",
    },
    strange: {
      text: "Unexpected headings {titles}: they have no place in the template, whose sections {missing} are not there.",
      advice:
        "Where one of them is such a section, rename it, or name it under `sections` in a file of `context/lexicon`; a section of your own may stay.",
      severity: "warning",
    },
    level: {
      text: 'Unexpected level of the heading "{title}", expected the section{where} as `{heading}`.',
      advice: "Write it as `{heading}` where the template has it, with its parts one level below.",
    },
    misspelt: { text: 'Unexpected heading "{found}", expected "{title}".', advice: "Did you mean `{heading}`? Rename the heading." },
    misplaced: {
      text: 'Unexpected place of the section "{title}", expected it {where}.',
      advice: "Move the section, so that the order is that of the template.",
    },
  },
  *run(model) {
    for (const document of outputs(model)) {
      yield* inspect(document, document.alignments);
      yield* strangersIn(document);
    }
  },
});

function* inspect(document: AlignedDocument, siblings: readonly Alignment[], parent?: Alignment): Generator<Report<MessageId>> {
  for (const alignment of siblings) {
    const { template, sections, misspelt, misplaced, children } = alignment;
    if (template.repeated) continue;
    const heading = `${"#".repeat(template.depth)} ${template.title}`;
    const related = template.place;
    const [found] = sections;
    if (!found && alignment.required) {
      if (misspelt)
        yield {
          message: "misspelt",
          place: document.place(misspelt.heading),
          related,
          arguments: { title: template.title, found: misspelt.title, heading },
        };
      else {
        const other = atOtherLevel(document, alignment);
        yield {
          message: other ? "level" : "missing",
          place: other ? document.place(other.heading) : expectedPlace(document, siblings, alignment, parent),
          related,
          arguments: { title: template.title, heading, where: parent ? ` under "${parent.template.title}"` : "" },
        };
      }
    }
    if (found && misplaced)
      yield {
        message: "misplaced",
        place: document.place(found.heading),
        related,
        arguments: {
          title: template.title,
          where: misplaced.after === "" ? "before the sections above it" : `right after "${misplaced.after}"`,
        },
      };
    // Of a missing section, the missing parts are not told one by one.
    if (found) yield* inspect(document, children, alignment);
  }
}

/** Told once: a document that follows other headings is read where these are known, and else it has to be said that it was not. */
function* strangersIn(document: AlignedDocument): Generator<Report<MessageId>> {
  const missing = document.alignments.filter(
    ({ template, sections, required, misspelt }) => required && !template.repeated && sections.length === 0 && !misspelt,
  );
  const known = new Set(allAlignments(document).flatMap(({ sections, misspelt }) => (misspelt ? [...sections, misspelt] : sections)));
  const strangers = document.markdown.allSections.filter(
    (section) => section.depth === 2 && !known.has(section) && !section.sections.some((child) => known.has(child)),
  );
  const [first] = strangers;
  if (!first || missing.length === 0) return;
  yield {
    message: "strange",
    place: document.place(first.heading),
    arguments: { titles: quoted(strangers.map(({ title }) => title)), missing: quoted(missing.map(({ template }) => template.title)) },
  };
}

const MOST_TITLES = 8;

function quoted(titles: readonly string[]): string {
  const shown = titles.slice(0, MOST_TITLES).map((title) => `"${title}"`);
  return titles.length > MOST_TITLES ? `${shown.join(", ")} and ${titles.length - MOST_TITLES} more` : shown.join(", ");
}

/** A heading of the same words at another level that stands for nothing else. */
function atOtherLevel(document: AlignedDocument, { template }: Alignment): Section | undefined {
  const same = document.markdown.allSections.filter(
    ({ title, depth }) => depth > 1 && depth !== template.depth && titleKey(title) === titleKey(template.title),
  );
  if (same.length !== 1) return undefined;
  const taken = allAlignments(document).some((each) => !each.template.repeated && each.sections.some((section) => section === same[0]));
  return taken ? undefined : same[0];
}
