import type { InterfaceKind } from "../../config/config.ts";
import { closest, interfaceKey, nameKey } from "../../text/names.ts";
import { defineCheck } from "../define.ts";

const NOUNS: Record<InterfaceKind, string> = { api: "endpoint", library: "function", cli: "command", service: "message" };

export default defineCheck({
  id: "unowned-interface",
  category: "consistency",
  severity: "error",
  messages: {
    unowned: {
      text: 'Unexpected {noun} "{name}": no component of the architecture exposes it.',
      advice:
        "Name it under **Interfaces** of the component that offers it: one by one, or all of its kind, such as the endpoints of this document.",
    },
    unspecified: {
      text: 'Unexpected interface "{name}" of the component "{component}": the backend design does not specify it.',
      advice: "Specify it in the backend design, or correct the name.",
    },
    misspelt: {
      text: 'Unexpected interface "{name}" of the component "{component}": the backend design does not specify it.',
      advice: 'Did you mean "{suggestion}"?',
    },
  },
  *run({ architecture, backend, documents }) {
    const { components } = architecture;
    if (!documents["backend-design"] || components.length === 0 || backend.interfaces.length === 0) return;
    const collective = new Set(components.flatMap(({ exposes }) => exposes.kinds));
    const named = new Set(components.flatMap(({ exposes }) => exposes.names.map(({ name }) => interfaceKey(name))));
    const called = new Set(components.map((component) => nameKey(component.name)));
    const exposed = components.map(({ exposes }) => exposes.text).join("\n");
    for (const { name, kind, place } of backend.interfaces) {
      if (
        collective.has(kind) ||
        named.has(interfaceKey(name)) ||
        named.has(interfaceKey(name.split(".").at(-1) ?? name)) ||
        isOfClass(name, (owner) => named.has(interfaceKey(owner)) || called.has(nameKey(owner))) ||
        (name.length > 3 && exposed.includes(name)) ||
        // A message is a contract on both sides: who consumes it has a part in it.
        (kind === "service" && components.some(({ interfaces }) => nameKey(interfaces).includes(nameKey(name))))
      )
        continue;
      yield { message: "unowned", place, arguments: { noun: NOUNS[kind], name } };
    }
    const specified = new Set(backend.interfaces.map(({ name }) => interfaceKey(name)));
    const kinds = new Set(backend.interfaces.map(({ kind }) => kind));
    const names = backend.interfaces.map(({ name }) => name);
    for (const { name: component, exposes } of components) {
      for (const { name, place } of exposes.names) {
        if (specified.has(interfaceKey(name)) || !looksLike(name, kinds)) continue;
        const suggestion = closest(name, names);
        if (suggestion) yield { message: "misspelt", place, arguments: { name, component, suggestion } };
        else yield { message: "unspecified", place, arguments: { name, component } };
      }
    }
  },
});

/** `FlagClient.is_enabled` is exposed by who exposes `FlagClient`, and by the component of that name. */
function isOfClass(name: string, isExposed: (owner: string) => boolean): boolean {
  const owner = /^([A-Z]\w{2,60})\.\w/.exec(name)?.[1];
  return owner !== undefined && isExposed(owner);
}

/** Only names in the form of a kind that the design specifies are held against it: an endpoint, or an event with dots. */
function looksLike(name: string, kinds: ReadonlySet<InterfaceKind>): boolean {
  if (/^[A-Z]+ \//.test(name)) return kinds.has("api");
  return kinds.has("service") && /^[a-z][\w-]*(?:\.[a-z][\w-]*)+$/.test(name);
}
