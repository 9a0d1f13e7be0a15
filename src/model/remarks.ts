import { DOCUMENT_KINDS } from "../config/config.ts";
import type { Model, ReviewRemark } from "./types.ts";

/** `<!-- remark Security Team: is this limit right? -->` */
const REMARK = /^remark(?:\s+([^:\n]{1,80}))?:\s*(\S[\s\S]{0,2000})$/i;

/** @returns what reviewers have put into the documents as comments; a remark stands until its comment is taken out */
export function readRemarks({ documents }: Pick<Model, "documents">): ReviewRemark[] {
  return DOCUMENT_KINDS.flatMap((kind) => {
    const document = documents[kind];
    return (document?.markdown.comments ?? []).flatMap(({ text, span }): ReviewRemark[] => {
      const [, by = "", words] = REMARK.exec(text.trim()) ?? [];
      return document && words !== undefined
        ? [{ by: by.trim(), text: words.replace(/\s+/g, " ").trim(), place: document.place(span) }]
        : [];
    });
  });
}
