import { ASSISTANTS, type Assistant, detectAssistants, type Workspace } from "../../core.ts";

/** Which assistants the words of the command line mean. */
export interface Choice {
  assistant?: string[];
  all?: boolean;
}

// Read by several assistants, and so offered to every project.
const COMMON = "claude-code";

/** @returns the assistants to set up: those that were named, or else those that the project uses. */
export function chooseAssistants(workspace: Workspace, { assistant, all }: Choice): Assistant[] {
  if (all) return [...ASSISTANTS];
  if (assistant) return ASSISTANTS.filter(({ id }) => assistant.includes(id));
  const used = detectAssistants(workspace);
  return ASSISTANTS.filter((candidate) => candidate.id === COMMON || used.includes(candidate));
}
