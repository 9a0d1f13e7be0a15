import type { Model } from "../../model/types.ts";
import type { NotStated } from "./not-stated.ts";
import { infoOf } from "./openapi.ts";
import { structureIn } from "./parts.ts";
import { type JsonMap, schemaOf } from "./schema.ts";
import { originOf, referencesOf } from "./source.ts";

const address = (name: string) => `#/components/schemas/${name}`;

/** @returns the events of a backend design as AsyncAPI 3.0; what the design does not say is listed */
export function exportAsyncApi(model: Model, notStated: NotStated): JsonMap {
  const events = model.backend.interfaces.filter(({ kind }) => kind === "service");
  const channels: Record<string, JsonMap> = {};
  const operations: Record<string, JsonMap> = {};
  for (const event of events) {
    const name = event.name.replaceAll("`", "").trim();
    const key = name.replace(/[^\w-]+/g, "-");
    const payload = structureIn(event.values.Payload, model.backend.structures);
    if (!payload) notStated.add(name, "a data structure for the payload");
    const consumers = event.values.Consumers?.text ?? "";
    channels[key] = {
      address: name,
      messages: {
        [key]: {
          name,
          ...(event.values.Trigger?.text && { summary: event.values.Trigger.text }),
          ...(consumers !== "" && { "x-consumers": consumers }),
          ...referencesOf(event, model),
          ...(payload && { payload: { $ref: address(payload.name) } }),
        },
      },
    };
    operations[`send-${key}`] = { action: "send", channel: { $ref: `#/channels/${key}` } };
  }
  return {
    asyncapi: "3.0.0",
    info: { ...infoOf(model, notStated), ...originOf(model) },
    channels,
    operations,
    components: { schemas: Object.fromEntries(model.backend.structures.map((each) => [each.name, schemaOf(each, address, notStated)])) },
  };
}
