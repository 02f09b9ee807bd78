import { createHash, randomBytes } from "node:crypto";

/** A secret for a link, a cookie or a key: 256 random bits, safe in a URL. */
export function makeToken() {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret. A random secret needs no salt and no slow hash. */
export function hashToken(token: string) {
  return createHash("sha256").update(token).digest("base64url");
}
