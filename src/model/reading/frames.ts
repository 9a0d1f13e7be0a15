import type { Flow } from "../../markdown/index.ts";
import type { Frame, Root } from "./draft.ts";
import { NO_GROUND } from "./ground.ts";

type Heading = Extract<Flow, { form: "heading" }>;

/** What holds above the first heading. */
export function topFrame(heading: Heading["line"]["span"]): Frame {
  const root: Root = { title: "Statement", above: "" };
  return { title: "", depth: 0, line: 0, span: heading, ground: NO_GROUND, root, ...freshCounts() };
}

/** @returns what is counted while a section is read, with nothing counted */
export function freshCounts(): Pick<
  Frame,
  | "paragraphs"
  | "statements"
  | "listed"
  | "details"
  | "pictures"
  | "subsections"
  | "normative"
  | "unread"
  | "declared"
  | "pending"
  | "described"
  | "leaves"
> {
  return {
    paragraphs: [],
    statements: 0,
    listed: 0,
    details: 0,
    pictures: 0,
    subsections: 0,
    normative: 0,
    unread: [],
    declared: 0,
    pending: [],
    described: [],
    leaves: [],
  };
}
