import type { ContractProblem } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

export default defineCheck({
  id: "invalid-contract",
  category: "integration",
  severity: "error",
  messages: {
    syntax: {
      text: "Unexpected form of the contract: {found}.",
      advice: "Mend the file: until it can be read, nothing is compared with it.",
    },
    "duplicate-key": {
      text: "Unexpected second key: {found}.",
      advice: "Give each key once: readers differ in which of both they take.",
    },
    unreadable: {
      text: "Expected a contract that can be read: {found}.",
      advice: "Make it a regular file in UTF-8 of at most 8 MiB.",
    },
    version: {
      text: "Unexpected version {found}, expected OpenAPI 3.0 to 3.2 or AsyncAPI 2.x to 3.1.",
      advice: "Convert the file: nothing is compared with it.",
    },
    "unknown-form": {
      text: "Expected OpenAPI, AsyncAPI or JSON Schema in {found}.",
      advice: "State `openapi`, `asyncapi` or `$schema` at the top, or take the file out of the contracts.",
    },
    unresolved: {
      text: "Unexpected reference to {found}: there is nothing.",
      advice: "Mend the reference, or add what it leads to.",
    },
    outside: {
      text: "Unexpected reference to {found}: it leads out of the repository.",
      advice: "Keep what the contract refers to in the repository.",
    },
    remote: {
      text: "Unexpected reference to {found}: nothing is fetched from the web.",
      advice: "Keep a copy in the repository, and refer to it.",
    },
    cycle: {
      text: "Unexpected reference to {found}: it leads back to itself.",
      advice: "Let the reference lead to a schema.",
    },
  },
  *run({ contractProblems }) {
    for (const { kind, found, file, line } of contractProblems)
      yield {
        message: kind,
        place: { file, line, column: 1 },
        arguments: { found: kind === "unreadable" ? (TROUBLES[found] ?? found) : found },
      };
  },
});

/** Why a file could not be read as text, in words. */
const TROUBLES: Record<ContractProblem["found"], string> = {
  "utf-16": "it is written in UTF-16",
  "nul-bytes": "it holds bytes that no text has",
  "too-large": "it is larger than 8 MiB",
  "not-a-file": "it is no regular file",
  symlink: "it is a symbolic link",
  unreadable: "it may not be read",
  "not-utf-8": "it is not written in UTF-8",
};
