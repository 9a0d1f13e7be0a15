import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

async function* lines(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const row of rows) yield `${row.map(quoted).join(",")}\r\n`;
}

/**
 * At the pace of the reader; a failure cuts the connection instead of ending it well.
 * @param rows read page by page by key: no transaction stays open while a slow reader reads
 */
export async function sendCsv(rows: AsyncIterable<readonly string[]>, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(Readable.from(lines(rows)), target);
}

export function disposition(name: string): string {
  const plain = name.replace(/[^\w. -]/g, "_");
  // RFC 8187 encodes four more than encodeURIComponent does.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
