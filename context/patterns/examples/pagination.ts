import { createHmac, timingSafeEqual } from "node:crypto";

interface Position {
  createdAt: string;
  id: string;
}

/** Opaque, and bound to the caller and the filter: a foreign or altered cursor is refused. */
export function encodeCursor(position: Position, scope: string, key: string): string {
  const data = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${data}.${createHmac("sha256", key).update(`${scope}\n${data}`).digest("base64url")}`;
}

export function decodeCursor(cursor: string, scope: string, key: string): Position | undefined {
  const [data = "", mark = ""] = cursor.split(".");
  const expected = createHmac("sha256", key).update(`${scope}\n${data}`).digest();
  const given = Buffer.from(mark, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(data, "base64url").toString("utf8")) as Position;
}

/** One row more was read than is shown: whether a page follows costs no count. */
export function page<Row extends Position>(rows: readonly Row[], limit: number): { items: Row[]; last?: Row } {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last === undefined ? { items } : { items, last };
}
