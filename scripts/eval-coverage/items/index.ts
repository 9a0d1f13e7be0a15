import type { Source } from "../types.ts";
import catalogue from "./catalogue.ts";
import concerns from "./concerns.ts";
import services from "./services.ts";
import system from "./system.ts";
import workflow from "./workflow.ts";

/** What the workflow's material asks for, document by document. */
export const SOURCES: readonly Source[] = [workflow, catalogue, concerns, system, services];
