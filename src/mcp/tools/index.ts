import type { McpServer } from "@modelcontextprotocol/server";
import { registerTool } from "../define.ts";
import type { Session } from "../project.ts";
import checkFeature from "./check-feature.ts";
import finishFeature from "./finish-feature.ts";
import listFeatures from "./list-features.ts";
import nextStep from "./next-step.ts";
import readPage from "./read-page.ts";
import searchPatterns from "./search-patterns.ts";
import startFeature from "./start-feature.ts";
import traceRequirements from "./trace-requirements.ts";
import writeDocument from "./write-document.ts";
import writeSection from "./write-section.ts";

/** Registers every tool, in the order in which an assistant meets them. */
export function registerTools(server: McpServer, session: Session): void {
  registerTool(server, listFeatures, session);
  registerTool(server, startFeature, session);
  registerTool(server, nextStep, session);
  registerTool(server, writeSection, session);
  registerTool(server, writeDocument, session);
  registerTool(server, checkFeature, session);
  registerTool(server, traceRequirements, session);
  registerTool(server, searchPatterns, session);
  registerTool(server, readPage, session);
  registerTool(server, finishFeature, session);
}
