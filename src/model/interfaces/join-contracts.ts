import { interfaceKey, nameKey } from "../../text/names.ts";
import type { InterfaceFacts, MachineContracts } from "../types.ts";

/**
 * What is agreed twice is one agreement: a file that machines read states it to the letter, so that it goes before the Markdown
 * that tells of it.
 */
export function joinContracts(written: InterfaceFacts, machine: MachineContracts): InterfaceFacts {
  if (machine.structures.length + machine.interfaces.length + machine.errors.length === 0) return written;
  return {
    ...written,
    structures: join(machine.structures, written.structures, ({ name }) => nameKey(name)),
    interfaces: join(machine.interfaces, written.interfaces, ({ name }) => interfaceKey(name)),
    errors: join(machine.errors, written.errors, ({ code }) => code),
  };
}

function join<Fact>(first: readonly Fact[], second: readonly Fact[], keyOf: (fact: Fact) => string): Fact[] {
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((fact) => !known.has(keyOf(fact)))];
}
