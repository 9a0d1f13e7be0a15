import type { Interface, MachineContracts } from "../../model/types.ts";
import { firstSentence, type NamedSchema, readStructure } from "../schema/structures.ts";
import { typeWords } from "../schema/words.ts";
import { asList, asMap, asText, lineOf } from "../tree/parse.ts";
import type { Found, Resolver } from "../tree/resolve.ts";
import type { TreeDocument } from "../tree/types.ts";
import { namedSchemas, split } from "./openapi.ts";
import { partOf } from "./values.ts";

/** Reads a document in AsyncAPI 2 or 3: the messages of channels as events, schemas as structures. */
export function readAsyncApi(document: TreeDocument, resolver: Resolver): MachineContracts {
  const root = asMap(document.root) ?? {};
  const components = asMap(root.components);
  const [structures, values] = split(
    [...namedSchemas(document, asMap(components?.schemas)), ...inlinePayloads(document, asMap(components?.messages), resolver)],
    resolver,
  );
  return {
    structures: structures.map((schema) => readStructure(schema, resolver)),
    values: values.map(({ name }) => name),
    interfaces: asText(root.asyncapi).startsWith("2") ? readVersion2(root, document, resolver) : readVersion3(root, document, resolver),
    errors: [],
    problems: [],
  };
}

/** A payload that stands in its message has the message's name. */
function inlinePayloads(document: TreeDocument, messages: Record<string, unknown> | undefined, resolver: Resolver): NamedSchema[] {
  return Object.entries(messages ?? {}).flatMap(([name, message]) => {
    const found = resolver.follow(message, document);
    const payload = asMap(asMap(found?.value)?.payload);
    if (!found || !payload || "$ref" in payload) return [];
    return [{ name, schema: payload, document: found.document, line: lineOf(document, messages, name) }];
  });
}

/** In version 2 a channel holds its operations, and they hold their messages. */
function readVersion2(root: Record<string, unknown>, document: TreeDocument, resolver: Resolver): Interface[] {
  const channels = asMap(root.channels) ?? {};
  return Object.entries(channels).flatMap(([address, entry]) => {
    const found = resolver.follow(entry, document);
    const channel = asMap(found?.value);
    if (!found || !channel) return [];
    const messages = ["publish", "subscribe"].flatMap((action) => {
      const operation = asMap(channel[action]);
      const message = asMap(operation?.message);
      if (!operation || !message) return [];
      return (asList(message.oneOf).length > 0 ? asList(message.oneOf) : [message]).map((each) => ({ operation, message: each }));
    });
    const line = lineOf(document, channels, address);
    return distinct(messages.map(({ operation, message }) => event(address, messages.length, message, operation, found, line, resolver)));
  });
}

/** In version 3 channels hold their messages, and operations refer to both. */
function readVersion3(root: Record<string, unknown>, document: TreeDocument, resolver: Resolver): Interface[] {
  const channels = asMap(root.channels) ?? {};
  return Object.entries(channels).flatMap(([key, entry]) => {
    const found = resolver.follow(entry, document);
    const channel = asMap(found?.value);
    if (!found || !channel) return [];
    const messages = Object.entries(asMap(channel.messages) ?? {});
    const line = lineOf(document, channels, key);
    return distinct(
      messages.map(([, message]) => event(asText(channel.address) || key, messages.length, message, channel, found, line, resolver)),
    );
  });
}

/** A channel that carries one message is that event; of several, each message names its own. */
function event(
  address: string,
  among: number,
  message: unknown,
  operation: Record<string, unknown>,
  { document }: Found,
  line: number,
  resolver: Resolver,
): Interface {
  const found = resolver.follow(message, document);
  const map = asMap(found?.value) ?? {};
  const named = asText(map.name) || found?.name || asText(map.title);
  const place = { file: document.file, line, column: 1 };
  const { type, names } = typeWords(map.payload ?? {}, found?.document ?? document, resolver);
  const held = names.length === 0 && type === "object" && found?.name !== undefined ? [found.name] : names;
  const payload = held.length > 0 ? held.map((name) => `\`${name}\``).join(" or ") : type;
  return {
    name: among > 1 && named ? named : address,
    kind: "service",
    form: "section",
    place,
    values: {
      Trigger: partOf([firstSentence(map) || firstSentence(operation) || "not stated"], place),
      Payload: partOf([payload], place),
    },
  };
}

function distinct(events: readonly Interface[]): Interface[] {
  return [...new Map(events.map((each) => [each.name, each])).values()];
}
