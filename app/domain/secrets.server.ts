import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "~/env.server";

/** The first key writes; the others are there to read what they wrote. */
const keys = new Map(env.ENCRYPTION_KEYS.split(",").map(readKey));
const [writing] = keys.keys();

/**
 * Encrypts what has to be read back (AES-256-GCM), for one place: `boundTo` names the row and column, and what was copied
 * elsewhere can't be read there.
 */
export function seal(secret: string, boundTo: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keys.get(writing!)!, nonce).setAAD(Buffer.from(boundTo));
  const hidden = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [writing, nonce, cipher.getAuthTag(), hidden].map(text).join(".");
}

/** Throws where the key is not known any more, or the text is not what was sealed for this place. */
export function unseal(sealed: string, boundTo: string): string {
  const [id = "", nonce, tag, hidden] = sealed.split(".");
  const key = keys.get(id);
  if (!key) throw new Error(`ENCRYPTION_KEYS has no key ${id}, with which a secret was sealed`);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes(nonce), { authTagLength: 16 })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes(tag));
  return Buffer.concat([decipher.update(bytes(hidden)), decipher.final()]).toString("utf8");
}

/** How many secrets are sealed anew, how many were good as they were, and how many nobody can open any more. */
export type Resealed = { sealed: number; current: number; lost: number };

/** Sealed by the key that writes now; null where there is nothing to change. It is counted. */
export function reseal(sealed: string | null, boundTo: string, counts: Resealed): string | null {
  if (sealed === null) return null;
  const opened = sealed.split(".")[0] === writing ? undefined : tryOpen(sealed, boundTo);
  if (opened === undefined) counts.current++;
  else if (opened === null) counts.lost++;
  else counts.sealed++;
  return typeof opened === "string" ? seal(opened, boundTo) : null;
}

function tryOpen(sealed: string, boundTo: string) {
  try {
    return unseal(sealed, boundTo);
  } catch {
    return null;
  }
}

function readKey(pair: string): [string, Buffer] {
  const at = pair.indexOf(":");
  return [pair.slice(0, at).trim(), Buffer.from(pair.slice(at + 1), "base64")];
}

function text(part: string | Buffer | undefined) {
  return Buffer.isBuffer(part) ? part.toString("base64url") : part;
}

function bytes(part = "") {
  return Buffer.from(part, "base64url");
}
