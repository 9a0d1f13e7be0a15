import { basename } from "node:path";
import { composeDocument } from "../../agents/outline/compose.ts";
import { explainOrigins, type InterfaceKind, OUTPUT_KINDS, readLoosePrd, review } from "../../core.ts";
import type { Io, WorkspaceOptions } from "../io.ts";
import { open } from "../workspace.ts";
import { reportOrigins } from "./report.ts";

interface Options extends WorkspaceOptions {
  interfaces?: InterfaceKind[];
  explain?: boolean;
  json?: boolean;
}

/** Prints what would be drafted from a PRD that stands anywhere, or where that is from. */
export function printLoose(path: string, options: Options, io: Io): void {
  const { workspace, context } = open(options, io);
  const reviewed = review(readLoosePrd(path, workspace.config), context);
  const { model } = reviewed;
  const stated = options.interfaces ? { ...model, interfaceKinds: options.interfaces } : model;
  const drafts = OUTPUT_KINDS.flatMap((kind) => composeDocument(stated, kind));
  if (options.explain) {
    // There is no feature: what is told of is the file that was named.
    const own = basename(path);
    const named = drafts.map(({ rows, ...rest }) => ({
      ...rest,
      rows: rows.map((row) => ({
        ...row,
        sources: row.sources.map((one) => (one.file === model.documents.prd?.file ? { ...one, file: own } : one)),
      })),
    }));
    const told = explainOrigins(workspace, reviewed, named, undefined);
    io.out(options.json ? `${JSON.stringify({ version: 1, prd: own, ...told }, null, 2)}\n` : reportOrigins(told, io.style));
    return;
  }
  for (const kind of OUTPUT_KINDS) {
    io.out(`<!-- ${workspace.config.files[kind]} -->\n\n`);
    for (const { section, body } of drafts.filter(({ document }) => document === kind)) io.out(`## ${section}\n\n${body}\n\n`);
  }
}
