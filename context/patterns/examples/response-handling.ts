import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

async function* lines(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const row of rows) yield `${row.map(quoted).join(",")}\r\n`;
}

/** One row at a time; a slow reader slows the query, and a failure cuts the connection instead of ending it well. */
export async function sendCsv(rows: AsyncIterable<readonly string[]>, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(Readable.from(lines(rows)), target);
}

export function disposition(name: string): string {
  const plain = name.replace(/[^\w. -]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
