import { createVerify, type KeyObject } from "node:crypto";

export interface Claims {
  iss: string;
  aud: string;
  exp: number;
  sub: string;
}

const decode = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));

/** A kept library does this in production; it shows what has to be checked, and that the token chooses nothing. */
export function verify(
  token: string,
  keys: ReadonlyMap<string, KeyObject>,
  expected: { iss: string; aud: string },
  nowSeconds: number,
): Claims | undefined {
  const [head = "", body = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0 || signature === "") return undefined;
  try {
    const { alg, typ, kid } = decode(head) as { alg: string; typ?: string; kid: string };
    const key = keys.get(kid);
    if (alg !== "RS256" || typ !== "at+jwt" || !key) return undefined;
    if (!createVerify("RSA-SHA256").update(`${head}.${body}`).verify(key, Buffer.from(signature, "base64url"))) return undefined;
    const claims = decode(body) as Claims;
    const isMeant = claims.iss === expected.iss && claims.aud === expected.aud && claims.exp + 60 > nowSeconds;
    return isMeant ? claims : undefined;
  } catch {
    return undefined;
  }
}
