import { allAlignments, outputs } from "../../model/query.ts";
import type { DocumentLink, Model } from "../../model/types.ts";
import { closest, nameKey } from "../../text/names.ts";
import { defineCheck, type Report } from "../define.ts";

export default defineCheck({
  id: "broken-link",
  category: "integration",
  severity: "error",
  messages: {
    file: {
      text: "Unexpected link to {url}: there is no such file.",
      advice: "Mend the path, relative to this document, or remove the link.",
    },
    "file-misspelt": { text: "Unexpected link to {url}: there is no such file.", advice: "Did you mean {suggestion}?" },
    "not-copied": {
      text: "Unexpected link to {url}: the page is groundplan's own, and this repository has no copy of it that a reader could open.",
      advice: "Run `groundplan check --fix`: it copies the page to {path}, and keeps the copy up to date until somebody changes it.",
    },
    outside: {
      text: "Unexpected link to {url}: it leads out of the repository.",
      advice: "Link to files of this repository, or to an address on the web.",
    },
    fragment: {
      text: "Unexpected link to {url}: no heading gives the fragment #{fragment}.",
      advice: "Link to a heading that exists: {anchors}.",
    },
    reference: {
      text: "Unexpected reference [{label}]: nothing in this document gives it an address.",
      advice: "Add a line `[{label}]: address`, or write the address in parentheses.",
    },
    "reference-misspelt": {
      text: "Unexpected reference [{label}]: nothing in this document gives it an address.",
      advice: "Did you mean [{suggestion}]?",
    },
    "fragment-misspelt": {
      text: "Unexpected link to {url}: no heading gives the fragment #{fragment}.",
      advice: "Did you mean #{suggestion}?",
    },
  },
  *run(model) {
    const told = new Set<string>();
    for (const link of model.links) {
      const report = inspect(link, model);
      if (!report) continue;
      // A design links to one page of patterns again and again: one copy mends them all.
      const page = report.message === "not-copied" ? `${link.document} ${link.path}` : undefined;
      if (page !== undefined && told.has(page)) continue;
      if (page !== undefined) told.add(page);
      yield report;
    }
    for (const { markdown, place } of Object.values(model.documents))
      for (const { label, span } of markdown.undefinedReferences) {
        const suggestion = closest(label, markdown.definitions);
        if (suggestion) yield { message: "reference-misspelt", place: place(span), arguments: { label, suggestion } };
        else yield { message: "reference", place: place(span), arguments: { label } };
      }
  },
});

type MessageId = "file" | "not-copied" | "file-misspelt" | "outside" | "fragment" | "fragment-misspelt";

function inspect({ url, path, fragment, outside, place }: DocumentLink, model: Model): Report<MessageId> | undefined {
  if (outside) return { message: "outside", place, arguments: { url } };
  if (path === undefined) return undefined;
  const target = model.feature.targets.get(path);
  const anchors = anchorsOf(path, model);
  if (!target?.exists && anchors) return { message: "not-copied", place, arguments: { url, path } };
  if (!target?.exists) {
    // By the file's name alone: in a long path everything is close to everything.
    const name = closest(
      path.slice(path.lastIndexOf("/") + 1),
      Object.values(model.documents).map(({ file }) => file.slice(model.feature.folder.length + 1)),
    );
    return name
      ? { message: "file-misspelt", place, arguments: { url, suggestion: name } }
      : { message: "file", place, arguments: { url } };
  }
  // Fragments of other files than Markdown, and of documents that cannot be read, are not judged.
  if (!fragment || !anchors || leadsTo(fragment, anchors) || isToldAsMissing(fragment, path, model)) return undefined;
  const suggestion = closest(fragment, anchors);
  if (suggestion) return { message: "fragment-misspelt", place, arguments: { url, fragment, suggestion } };
  return { message: "fragment", place, arguments: { url, fragment, anchors: firstOf(anchors, 5).join(", ") } };
}

/** Of a section of the template that is not there, under its name, missing-section tells. */
function isToldAsMissing(fragment: string, path: string, model: Model): boolean {
  const document = outputs(model).find(({ file }) => file === path);
  if (!document) return false;
  return allAlignments(document).some(
    ({ template, required, sections }) =>
      required && !template.repeated && sections.length === 0 && nameKey(template.title) === nameKey(fragment),
  );
}

// Every page has a top, and code hosts number its lines: #L10, #L10C3-L12C7.
const ANYWHERE = /^(?:top|L\d{1,7}(?:C\d{1,5})?(?:-L?\d{1,7}(?:C\d{1,5})?)?)$/i;

function leadsTo(fragment: string, anchors: ReadonlySet<string>): boolean {
  // GitHub puts these words before what an author names.
  const name = fragment.replace(/^user-content-/, "");
  return ANYWHERE.test(fragment) || [fragment, name, name.toLowerCase()].some((one) => anchors.has(one));
}

/** A shipped pattern can be linked to also where the team's own file of that name does not have it. */
function anchorsOf(path: string, { feature, context }: Model): ReadonlySet<string> | undefined {
  const target = feature.targets.get(path);
  const shipped = context.shipped.get(path);
  if (!target?.exists) return shipped;
  return target.anchors && shipped ? new Set([...target.anchors, ...shipped]) : target.anchors;
}

function firstOf(names: ReadonlySet<string>, most: number): string[] {
  const first: string[] = [];
  for (const name of names) if (first.push(name) >= most) break;
  return first;
}
