import { posix } from "node:path";
import { resolveLink } from "../feature/links/links.ts";
import { allAlignments } from "../model/query.ts";
import type { AlignedDocument, Model, Place } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { closest, onlyClose } from "../text/names.ts";
import type { Fix } from "./edits.ts";
import { withUrl } from "./link-url.ts";

const CHECK = "broken-link";

/** Mends links whose file or fragment is close to exactly one that exists. */
export function mendLinks({ findings, model }: Review): Fix[] {
  const indexes = new Map(Object.values(model.documents).map((document) => [document.file, { document, at: linksByPlace(document) }]));
  return findings
    .filter(({ check }) => check === CHECK)
    .flatMap(({ place, message }): Fix[] => {
      const { document, at } = indexes.get(place.file) ?? {};
      const index = at?.get(nameOf(place)) ?? -1;
      const { url, wiki } = document?.markdown.links[index] ?? {};
      if (!document || url === undefined || wiki) return [];
      const mended = message === "file-misspelt" ? withFile(url, document, model) : withFragment(url, document, model);
      const edit = mended === undefined ? undefined : withUrl(document, index, mended);
      return edit ? [[{ ...edit, check: CHECK, title: `Mend the link ${url} to ${mended}` }]] : [];
    });
}

function linksByPlace({ markdown }: AlignedDocument): Map<string, number> {
  // Of several at one place the first.
  return new Map(markdown.links.map(({ span }, index): [string, number] => [nameOf(span), index]).reverse());
}

const nameOf = ({ line, column }: Pick<Place, "line" | "column">) => `${line}:${column}`;

/** Names are compared without their folder: the folder's length would make any two of them close. */
function withFile(url: string, { file }: AlignedDocument, { feature, documents, files }: Model): string | undefined {
  const { path = "" } = resolveLink(url, file);
  const name = posix.basename(path);
  // A known name in the right place is no misspelling: that document does not exist yet.
  if (posix.dirname(path) !== feature.folder || Object.values(files).includes(name)) return undefined;
  const names = Object.values(documents).map((document) => posix.basename(document.file));
  const suggestion = onlyClose(name, names);
  const [before, rest] = splitUrl(url);
  if (suggestion === undefined || !/^[\w.-]+$/.test(suggestion)) return undefined;
  return before.slice(0, before.lastIndexOf("/") + 1) + suggestion + rest;
}

function splitUrl(url: string): [string, string] {
  const at = url.search(/[?#]/);
  return at === -1 ? [url, ""] : [url.slice(0, at), url.slice(at)];
}

function withFragment(url: string, { file }: AlignedDocument, model: Model): string | undefined {
  const { path, fragment } = resolveLink(url, file);
  if (path === undefined || !fragment) return undefined;
  const anchors = model.feature.targets.get(path)?.anchors ?? model.context.shipped.get(path);
  const target = Object.values(model.documents).find((document) => document.file === path);
  // The link may mean a section that is missing still, or whose heading is about to be mended.
  const absent = target ? allAlignments(target).filter(({ sections }) => sections.length === 0) : [];
  if (!anchors || absent.some(({ template }) => closest(template.title, [fragment]) !== undefined)) return undefined;
  const suggestion = onlyClose(fragment, anchors);
  return suggestion === undefined ? undefined : url.replace(/#.*$/s, () => `#${suggestion}`);
}
