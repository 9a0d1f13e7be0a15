import type protobuf from "protobufjs";
import { onDemand } from "../../disk/on-demand.ts";
import type { DataStructure, Interface, MachineContracts } from "../../model/types.ts";
import { fieldOf } from "../schema/field.ts";
import { partOf } from "./values.ts";

const NOTHING: MachineContracts = { structures: [], values: [], interfaces: [], errors: [], problems: [] };

const parser = () => onDemand<typeof protobuf>("protobufjs");

/** Well-known messages that stand for a value. */
const KNOWN: Record<string, string> = {
  Timestamp: "timestamp",
  Duration: "duration",
  Struct: "object",
  Any: "any",
  StringValue: "string",
  BoolValue: "boolean",
  Int32Value: "int32",
  Int64Value: "int64",
  DoubleValue: "double",
  FloatValue: "float",
  BytesValue: "binary",
};

const SCALARS: Record<string, string> = {
  bool: "boolean",
  bytes: "binary",
  sint32: "int32",
  sint64: "int64",
  sfixed32: "int32",
  sfixed64: "int64",
  fixed32: "uint32",
  fixed64: "uint64",
};

/** Reads a Protobuf file: messages as structures, the calls of services as endpoints, named `Service.Method`. */
export function readProtobuf(file: string, text: string): MachineContracts {
  let root: protobuf.Root;
  try {
    root = parser().parse(text, { keepCase: true, alternateCommentMode: true }).root;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    return { ...NOTHING, problems: [{ kind: "syntax", found: message.replace(/\(line \d{1,9}\)$/, "").trim(), file, line }] };
  }
  const lines = linesOf(text);
  const facts: MachineContracts = { ...NOTHING, structures: [], values: [], interfaces: [] };
  collect(root, { file, lines, facts });
  return facts;
}

interface Reading {
  file: string;
  lines: ReadonlyMap<string, number>;
  facts: MachineContracts;
}

function collect(space: protobuf.NamespaceBase, reading: Reading): void {
  const { Enum, Namespace, Service, Type } = parser();
  for (const held of space.nestedArray) {
    if (held instanceof Type) reading.facts.structures.push(structure(held, reading));
    else if (held instanceof Enum) reading.facts.values.push(held.name);
    else if (held instanceof Service) reading.facts.interfaces.push(...calls(held, reading));
    if (held instanceof Namespace) collect(held, reading);
  }
}

function structure(type: protobuf.Type, { file, lines }: Reading): DataStructure {
  const at = (name: string) => ({ file, line: lines.get(name) ?? 1, column: 1 });
  const enums = new Map(enumsIn(type.root).map((each) => [each.name, each]));
  return {
    name: type.name,
    purpose: said(type.comment),
    place: at(type.name),
    fields: type.fieldsArray.map((field) =>
      fieldOf({
        name: field.name,
        type: typeOf(field, enums),
        required: field.required ? true : field.options?.proto3_optional === true ? false : undefined,
        rules: [],
        nullable: false,
        description: said(field.comment),
        place: at(`${type.name}.${field.name}`),
      }),
    ),
  };
}

function typeOf(field: protobuf.Field, enums: ReadonlyMap<string, protobuf.Enum>): string {
  const name = field.type.split(".").at(-1) ?? field.type;
  const values = enums.get(name);
  const single = values
    ? `enum: ${Object.keys(values.values).join(", ")}`
    : field.type.startsWith("google.protobuf.")
      ? (KNOWN[name] ?? name)
      : (SCALARS[field.type] ?? name);
  if (field instanceof parser().MapField) return `map of ${SCALARS[field.keyType] ?? field.keyType} to ${single}`;
  return field.repeated ? `array of ${single}` : single;
}

function enumsIn(space: protobuf.NamespaceBase): protobuf.Enum[] {
  const { Enum, Namespace } = parser();
  return space.nestedArray.flatMap((held) => (held instanceof Enum ? [held] : held instanceof Namespace ? enumsIn(held) : []));
}

function calls(service: protobuf.Service, { file, lines }: Reading): Interface[] {
  return service.methodsArray.map((method) => {
    const name = `${service.name}.${method.name}`;
    const place = { file, line: lines.get(name) ?? 1, column: 1 };
    const message = (type: string, streamed: boolean | undefined) => `${streamed ? "stream of " : ""}\`${type.split(".").at(-1)}\``;
    return {
      name,
      kind: "api" as const,
      form: "section" as const,
      place,
      values: {
        Purpose: partOf([said(method.comment)], place),
        "Request body": partOf([message(method.requestType, method.requestStream)], place),
        Response: partOf([message(method.responseType, method.responseStream)], place),
      },
    };
  });
}

function said(comment: string | null): string {
  return (comment ?? "").replace(/\s+/g, " ").slice(0, 400);
}

/** The reflection knows no lines; the words of the file do: `Refund`, `Refund.amount`, `Refunds.Create`. */
function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const tokens = parser().tokenize(text, true);
  const open: string[] = [];
  let [before, name] = ["", ""];
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    if (/^(?:message|enum|service|oneof|extend)$/.test(before)) name = token;
    if (before === "rpc") lines.set(`${open.at(-1)}.${token}`, tokens.line);
    if (token === "=" && open.length > 0) lines.set(`${open.findLast((each) => each !== "")}.${before}`, tokens.line);
    if (token === "{") {
      open.push(before === name && name !== "" ? name : "");
      if (before === name && !lines.has(name)) lines.set(name, tokens.line);
      name = "";
    } else if (token === "}") open.pop();
    before = token;
  }
  return lines;
}
