import type { McpServer } from "@modelcontextprotocol/server";
import { registerTool, type ServeOptions } from "../define.ts";
import checkFeature from "./check-feature.ts";
import finishFeature from "./finish-feature.ts";
import listFeatures from "./list-features.ts";
import nextStep from "./next-step.ts";
import startFeature from "./start-feature.ts";
import writeSection from "./write-section.ts";

/** Registers every tool, in the order in which an assistant meets them. */
export function registerTools(server: McpServer, options: ServeOptions): void {
  registerTool(server, listFeatures, options);
  registerTool(server, startFeature, options);
  registerTool(server, nextStep, options);
  registerTool(server, writeSection, options);
  registerTool(server, checkFeature, options);
  registerTool(server, finishFeature, options);
}
