import { fragmentOf } from "../../markdown/index.ts";
import type { Interface, Model } from "../../model/types.ts";
import type { JsonMap } from "./schema.ts";

/** @returns the title of a design, else the name of its feature */
export function titleOf({ documents, key }: Model): string {
  const { title } = documents["backend-design"]?.markdown.frontMatter.data ?? {};
  return typeof title === "string" ? title : key.feature;
}

/** @returns which document an export was made of */
export function originOf({ documents }: Model): JsonMap {
  const file = documents["backend-design"]?.file;
  return file === undefined ? {} : { "x-source": file };
}

/** @returns the requirements that an interface serves and the address of its section */
export function referencesOf(own: Interface, { mentions, documents }: Model): JsonMap {
  const design = documents["backend-design"];
  const ids = mentions
    .filter(({ place }) => place.file === own.place.file && isWithin(place.line, own, design?.markdown.allSections ?? []))
    .map(({ id }) => id);
  return {
    ...(ids.length > 0 && { "x-requirements": [...new Set(ids)] }),
    ...(design && own.form === "section" && { "x-section": `${design.file}#${fragmentOf(own.name)}` }),
  };
}

type Sections = readonly { heading: { line: number }; span: { endLine: number } }[];

function isWithin(line: number, { place, form }: Interface, sections: Sections): boolean {
  if (form === "row") return line === place.line;
  const section = sections.find(({ heading }) => heading.line === place.line);
  return section !== undefined && line >= place.line && line <= section.span.endLine;
}
