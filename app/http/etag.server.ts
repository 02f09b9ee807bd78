import { createHash } from "node:crypto";

/** JSON with a validator; 304 without a body when the caller has this very answer. */
export function withEtag(request: Request, body: unknown) {
  const text = JSON.stringify(body);
  const etag = `"${digest(text)}"`;
  const known = knownTags(request);
  return known.includes(etag) || known.includes("*") ? notModified(etag) : fresh(text, etag);
}

/** `text`: the answer as JSON. */
type Answer = { text: string; holdsUntil: number };

/**
 * The same where the answer follows from facts and from the time, so that it need not be computed to know that it still
 * holds: the validator says which facts, by their stamp, and until when they lead to this answer. Epoch milliseconds.
 */
export function withStamp(request: Request, { stamp, now }: { stamp: string; now: number }, compute: () => Answer) {
  const facts = digest(stamp);
  const known = knownTags(request);
  const held = known.find((tag) => isHeld(tag, facts, now));
  if (held) return notModified(held);
  const { text, holdsUntil } = compute();
  const etag = `"${facts}.${holdsUntil.toString(36)}"`;
  return known.includes("*") ? notModified(etag) : fresh(text, etag);
}

function isHeld(tag: string, facts: string, now: number) {
  const match = /^"([\w-]+)\.([0-9a-z]{1,10})"$/.exec(tag);
  return match?.[1] === facts && parseInt(match[2]!, 36) >= now;
}

function knownTags(request: Request) {
  const tags = request.headers.get("If-None-Match")?.split(",") ?? [];
  return tags.map((each) => each.trim().replace(/^W\//, ""));
}

function digest(text: string) {
  return createHash("sha256").update(text).digest("base64url").slice(0, 27);
}

function notModified(etag: string) {
  return new Response(null, { status: 304, headers: headersOf(etag) });
}

function fresh(text: string, etag: string) {
  return new Response(text, { headers: { ...headersOf(etag), "Content-Type": "application/json; charset=utf-8" } });
}

function headersOf(etag: string) {
  return { ETag: etag, "Cache-Control": "no-cache" };
}
