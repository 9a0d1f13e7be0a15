import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type * as z from "zod";

/** The person behind the client, as far as the client lets them be asked. */
export interface Person {
  /**
   * Asks with a form, once: where the client shows none, or the person declined, the tool's own text asks the model to ask.
   *
   * @param form flat fields, as every revision of the protocol has them
   * @returns the answer, or the result with which the tool hands the question on, or undefined where no form answers it
   */
  ask<Form extends z.ZodObject>(
    name: string,
    message: string,
    form: Form,
  ): { answer: z.output<Form> } | { question: InputRequiredResult } | undefined;
}

/** @returns whoever stands behind this call. */
export function personBehind(server: McpServer, { mcpReq }: ServerContext): Person {
  // Before 2026-07-28 the connection says what its client can do, since then each request.
  const envelope: Readonly<Record<string, unknown>> = mcpReq.envelope ?? {};
  const capabilities = (envelope[CLIENT_CAPABILITIES_META_KEY] as ClientCapabilities | undefined) ?? server.server.getClientCapabilities();
  return {
    ask(name, message, form) {
      const answer = acceptedContent(mcpReq.inputResponses, name, form);
      if (answer !== undefined) return { answer: answer as z.output<typeof form> };
      if (inputResponse(mcpReq.inputResponses, name).kind !== "missing" || !showsForms(capabilities)) return undefined;
      return { question: inputRequired({ inputRequests: { [name]: inputRequired.elicit({ message, requestedSchema: form }) } }) };
    },
  };
}

/** A client that names no mode shows forms. */
function showsForms(capabilities: ClientCapabilities | undefined): boolean {
  const elicitation = capabilities?.elicitation;
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
}
