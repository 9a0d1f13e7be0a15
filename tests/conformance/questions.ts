import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  createRequestStateCodec,
  type InputRequests,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import * as z from "zod";

/** State goes through the client and comes back signed. */
export const STATE = createRequestStateCodec({ key: "a key of this fixture alone, 32 bytes and more" });

const NAME = z.object({ name: z.string() });
const OK = z.object({ ok: z.boolean() });
const name = (message = "What is your name?") => inputRequired.elicit({ message, requestedSchema: NAME });
const confirm = () => inputRequired.elicit({ message: "Please confirm", requestedSchema: OK });
const sample = (words: string) =>
  inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text: words } }], maxTokens: 100 });
const said = (text: string) => ({ content: [{ type: "text" as const, text }] });

/** The tools and the prompt of the suite that ask for input before they answer. */
export function registerQuestions(server: McpServer): void {
  const ask = (tool: string, run: (context: ServerContext) => unknown) =>
    server.registerTool(tool, { description: "asks before it answers" }, run as never);
  const signed = async (inputRequests: InputRequests, step: number, context: ServerContext) =>
    inputRequired({ inputRequests, requestState: await STATE.mint({ step }, context) });

  for (const tool of ["test_input_required_result_elicitation", "test_streaming_elicitation"])
    ask(tool, ({ mcpReq }) => {
      const given = acceptedContent(mcpReq.inputResponses, "user_name", NAME);
      return given ? said(`Hello, ${given.name}!`) : inputRequired({ inputRequests: { user_name: name() } });
    });
  for (const tool of ["test_input_required_result_sampling", "test_missing_capability"])
    ask(tool, ({ mcpReq }) => {
      const view = inputResponse(mcpReq.inputResponses, "capital_question");
      return view.kind === "sampling"
        ? said(JSON.stringify(view.result.content))
        : inputRequired({ inputRequests: { capital_question: sample("What is the capital of France?") } });
    });
  ask("test_input_required_result_list_roots", ({ mcpReq }) => {
    const view = inputResponse(mcpReq.inputResponses, "client_roots");
    return view.kind === "roots"
      ? said(view.roots.map(({ uri }) => uri).join(" "))
      : inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } });
  });
  for (const tool of ["test_input_required_result_request_state", "test_input_required_result_tampered_state"])
    ask(tool, (context) => {
      const held = context.mcpReq.requestState() !== undefined && acceptedContent(context.mcpReq.inputResponses, "confirm", OK);
      return held ? said("state-ok") : signed({ confirm: confirm() }, 1, context);
    });
  ask("test_input_required_result_multiple_inputs", (context) => {
    const all = ["user_name", "greeting", "client_roots"].every(
      (key) => inputResponse(context.mcpReq.inputResponses, key).kind !== "missing",
    );
    const requests = { user_name: name(), greeting: sample("Generate a greeting"), client_roots: inputRequired.listRoots() };
    return all ? said("all three are here") : signed(requests, 1, context);
  });
  ask("test_input_required_result_multi_round", (context) => {
    const { mcpReq } = context;
    const { step } = mcpReq.requestState<{ step: number }>() ?? { step: 0 };
    const colour = z.object({ color: z.string() });
    if (step === 2 && acceptedContent(mcpReq.inputResponses, "step2", colour)) return said("both rounds are done");
    if (step === 1 && acceptedContent(mcpReq.inputResponses, "step1", NAME)) {
      const step2 = inputRequired.elicit({ message: "Step 2: What is your favorite color?", requestedSchema: colour });
      return signed({ step2 }, 2, context);
    }
    return signed({ step1: name("Step 1: What is your name?") }, 1, context);
  });
  ask("test_input_required_result_capabilities", ({ mcpReq }) => {
    const envelope: Readonly<Record<string, unknown>> = mcpReq.envelope ?? {};
    const can = (envelope[CLIENT_CAPABILITIES_META_KEY] ?? {}) as ClientCapabilities;
    const requests = { ...(can.elicitation && { user_name: name() }), ...(can.sampling && { greeting: sample("Generate a greeting") }) };
    return Object.keys(requests).length > 0 ? inputRequired({ inputRequests: requests }) : said("this client answers nothing");
  });
  server.registerPrompt("test_input_required_result_prompt", { description: "asks before it answers" }, (({ mcpReq }: ServerContext) => {
    const form = z.object({ context: z.string() });
    const given = acceptedContent(mcpReq.inputResponses, "user_context", form);
    if (!given)
      return inputRequired({
        inputRequests: { user_context: inputRequired.elicit({ message: "What context should the prompt use?", requestedSchema: form }) },
      });
    return { messages: [{ role: "user", content: { type: "text", text: given.context } }] };
  }) as never);
}
