import { InvalidArgumentError } from "commander";

/** @returns a port, from the words of an option. @throws InvalidArgumentError for what is none */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError("Expected a number from 0 to 65535.");
  return port;
}
