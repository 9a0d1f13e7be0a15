import { approvalsOf, lackingApprovals } from "../../model/fingerprints/approvals.ts";
import { fileOf, outputs } from "../../model/query.ts";
import { answersOf } from "../../model/requirements/answers.ts";
import type { AlignedDocument, Model } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "premature-status",
  category: "completeness",
  severity: "error",
  messages: {
    open: {
      text: "Unexpected status complete: {reason}.",
      advice: "Set the status to draft or in-review until that is done; `groundplan finish` sets it to complete.",
    },
    unapproved: {
      text: "Unexpected status complete: {roles} must approve the design first.",
      advice: "`groundplan approve` records it; until then the status is in-review.",
    },
    "changed-since": {
      text: "The design has changed since {by} approved it as {role} on {day}.",
      advice: "Ask for the approval again; `groundplan page --since` shows what is new.",
      severity: "warning",
    },
  },
  *run(model) {
    for (const { role, by, day, holds, place } of approvalsOf(model))
      if (!holds) yield { message: "changed-since", place, arguments: { role, by, day } };
    const lacking = lackingApprovals(model);
    for (const document of outputs(model)) {
      if (document.metadata.status !== "complete") continue;
      // Told once, in the document that records approvals.
      if (lacking.length > 0 && document === outputs(model).at(-1))
        yield { message: "unapproved", place: statusPlace(document), arguments: { roles: lacking.join(", ") } };
      const reason = reasonAgainst(model, document);
      if (reason) yield { message: "open", place: statusPlace(document), arguments: { reason } };
    }
  },
});

/** What keeps a gate open, and is no finding of another check at error level. */
function reasonAgainst(model: Model, document: AlignedDocument): string | undefined {
  const since = answersOf(model).filter((answer) => answer.since);
  if (since.length > 0)
    return `${since.length === 1 ? `${since[0]?.requirement.id} was` : `${since.length} requirements were`} added or changed since it was finished`;
  const listed = answersOf(model).filter(({ state, asked }) => state === "listed" && !asked);
  if (listed.length > 0)
    return `${listed.length === 1 ? `${listed[0]?.requirement.id} is` : `${listed.length} requirements are`} listed and not answered`;
  const other = model.documents[document.kind === "architecture" ? "backend-design" : "architecture"];
  const name = fileOf(model, document.kind === "architecture" ? "backend-design" : "architecture");
  if (!other) return `${name} is not there`;
  const status = other.metadata.status;
  return status === "draft" || status === "in-review" ? `${name} has the status ${status}` : undefined;
}

function statusPlace(document: AlignedDocument) {
  const { text, lines, frontMatter } = document.markdown;
  const { start = 0, end = 0 } = frontMatter.span ?? {};
  const at = text.slice(start, end).search(/^status:/m);
  return document.place(lines.span(start + Math.max(0, at), start + Math.max(0, at) + "status".length));
}
