import type { McpServer } from "@modelcontextprotocol/server";
import { registerTool, type Session } from "../define.ts";
import checkFeature from "./check-feature.ts";
import finishFeature from "./finish-feature.ts";
import listFeatures from "./list-features.ts";
import nextStep from "./next-step.ts";
import startFeature from "./start-feature.ts";
import writeSection from "./write-section.ts";

/** Registers every tool, in the order in which an assistant meets them. */
export function registerTools(server: McpServer, session: Session): void {
  registerTool(server, listFeatures, session);
  registerTool(server, startFeature, session);
  registerTool(server, nextStep, session);
  registerTool(server, writeSection, session);
  registerTool(server, checkFeature, session);
  registerTool(server, finishFeature, session);
}
