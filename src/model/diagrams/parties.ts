import { nameKey } from "../../text/names.ts";
import { cell } from "../documents/items.ts";
import type { Model, Row } from "../types.ts";

/** Who takes part in a feature: questions on names that several checks ask. */

/** @returns the names of the systems that the integrations of PRD and architecture name. */
export function systemNames({ integrations, architecture }: Model): string[] {
  return [...integrations, ...architecture.internalIntegrations, ...architecture.externalIntegrations].map(
    (row) => cell(row, "System")?.text ?? cell(row, "Service")?.text ?? firstCell(row),
  );
}

/** @returns every name that some document of the feature introduces, beside the components of the architecture. */
export function knownNames(model: Model): string[] {
  const { research, architecture, userFlows, backend, contracts } = model;
  const technologies = [...research.stack, ...architecture.stack].flatMap((row) => namesInList(cell(row, "Technology")?.text ?? ""));
  // A data structure is no party: `Refund` does not declare a "Refund Servce".
  const interfaces = [...backend.interfaces, ...contracts.interfaces];
  return [
    ...systemNames(model),
    ...technologies,
    // One row may name several that are alike.
    ...[...research.components.map(({ name }) => name), ...research.existingInterfaces.map(firstCell)].flatMap((name) => [
      name,
      ...namesInList(name),
    ]),
    ...interfaces.map(({ name }) => name),
    ...userFlows.map(({ name }) => name),
  ].filter(Boolean);
}

function firstCell(row: Row): string {
  return Object.values(row.cells)[0]?.text ?? "";
}

/** Takes a list in prose apart: "Spring Boot 3.3 on Java 21; Flyway" names three. */
export function namesInList(text: string): string[] {
  return text
    .replace(/\([^)]{0,300}\)/g, " ")
    .split(/[,;/+]|\s(?:and|on|with|over|via|or|in|for|plus)\s/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * Tells whether a name is one of others, as a reader would: the same but for spelling, versions and articles, or
 * the other name with words around it ("the Order Service", "RabbitMQ 3.13 queue").
 */
export function isKnown(name: string, others: ReadonlySet<string>): boolean {
  const key = partyKey(name);
  if (key === "" || others.has(key) || endsOf(name).some((end) => others.has(partyKey(end)))) return true;
  // A name of several words may say more than the one that was declared: "Orders database PostgreSQL".
  const words = name.split(/\s+/);
  for (let length = words.length - 1; length > 0; length--)
    for (let start = 0; start + length <= words.length; start++) {
      const part = partyKey(words.slice(start, start + length).join(" "));
      if (part.length > 3 && others.has(part)) return true;
    }
  return false;
}

/** @returns the keys of names, for {@link isKnown}. */
export function partyKeys(names: readonly string[]): Set<string> {
  return new Set(
    names
      .flatMap((name) => [name, ...headOf(name), ...endsOf(name)])
      .map(partyKey)
      .filter((key) => key !== ""),
  );
}

/** "PostgreSQL: orders, refunds" says what the database holds. */
function headOf(name: string): string[] {
  const head = /^([^:]{3,60}):\s/.exec(name)?.[1];
  return head === undefined ? [] : [head];
}

/** A part that is a file is named by as much of its path as tells it apart: `app/api/routes/items.py` is `routes/items.py`. */
function endsOf(name: string): string[] {
  const path = /^`?((?:[\w.-]{1,60}\/){1,12}[\w.-]{1,60}\.[a-z]{1,5})`?(?:\s\(|:|$)/.exec(name)?.[1];
  if (path === undefined) return [];
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(index + 1).join("/"));
}

function partyKey(name: string): string {
  return nameKey(
    name
      .replace(/\([^)]{0,300}\)/g, " ")
      .replace(/^(?:the|an?|our|its)\s+/i, "")
      .replace(/\bv?\d+(?:\.\d+)*(?:\.x)?\+?\b/g, " "),
  );
}
