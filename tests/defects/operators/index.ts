import type { Operator } from "../types.ts";
import brokenLink from "./broken-link.ts";
import codeBlock from "./code-block.ts";
import emptySection from "./empty-section.ts";
import frontMatter from "./front-matter.ts";
import incompleteComponent from "./incomplete-component.ts";
import incompleteDataStructure from "./incomplete-data-structure.ts";
import incompleteInterface from "./incomplete-interface.ts";
import lineCount from "./line-count.ts";
import missingCrossReference from "./missing-cross-reference.ts";
import missingDiagram from "./missing-diagram.ts";
import missingDocument from "./missing-document.ts";
import missingSection from "./missing-section.ts";
import placeholderText from "./placeholder-text.ts";
import undefinedType from "./undefined-type.ts";
import untracedRequirement from "./untraced-requirement.ts";

/** Every operator. A check's operators are one file here and one line. */
export const OPERATORS: readonly Operator[] = [
  brokenLink,
  codeBlock,
  emptySection,
  frontMatter,
  incompleteComponent,
  incompleteDataStructure,
  incompleteInterface,
  lineCount,
  missingCrossReference,
  missingDiagram,
  missingDocument,
  missingSection,
  placeholderText,
  undefinedType,
  untracedRequirement,
].flat();
