import type { McpServer } from "@modelcontextprotocol/server";
import { completable, ResourceNotFoundError, ResourceTemplate } from "@modelcontextprotocol/server";
import * as z from "zod";

/** The smallest picture and sound that are whole files. */
export const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
export const WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=";

/** The resources that the protocol's suite reads. */
export function registerContents(server: McpServer): void {
  server.registerResource("static-text", "test://static-text", { mimeType: "text/plain" }, ({ href: uri }) => ({
    contents: [{ uri, mimeType: "text/plain", text: "This is the content of the static text resource." }],
  }));
  server.registerResource("static-binary", "test://static-binary", { mimeType: "image/png" }, ({ href: uri }) => ({
    contents: [{ uri, mimeType: "image/png", blob: PNG }],
  }));
  server.registerResource(
    "template",
    new ResourceTemplate("test://template/{id}/data", { list: undefined }),
    { mimeType: "application/json" },
    ({ href: uri }, { id }) => {
      if (!id) throw new ResourceNotFoundError(uri);
      return {
        contents: [{ uri, mimeType: "application/json", text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }) }],
      };
    },
  );
}

/** The prompts that the protocol's suite gets. */
export function registerFixturePrompts(server: McpServer): void {
  const user = (...contents: object[]) => ({ messages: contents.map((content) => ({ role: "user" as const, content })) }) as never;
  const text = (words: string) => ({ type: "text", text: words });
  server.registerPrompt("test_simple_prompt", { description: "without arguments" }, () =>
    user(text("This is a simple prompt for testing.")),
  );
  const places = ["paris", "park", "party"];
  const word = completable(z.string(), (start) => places.filter((place) => place.startsWith(start)));
  server.registerPrompt(
    "test_prompt_with_arguments",
    { description: "with arguments", argsSchema: z.object({ arg1: word, arg2: z.string() }) },
    ({ arg1, arg2 }) => user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)),
  );
  server.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "with a resource in it", argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri: uri }) =>
      user(
        { type: "resource", resource: { uri, mimeType: "text/plain", text: "Embedded resource content for testing." } },
        text("Please process the embedded resource above."),
      ),
  );
  server.registerPrompt("test_prompt_with_image", { description: "with a picture" }, () =>
    user({ type: "image", data: PNG, mimeType: "image/png" }, text("Please analyze the image above.")),
  );
}
