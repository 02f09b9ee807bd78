import { createHash } from "node:crypto";

/** JSON with a validator; 304 without a body when the caller has this very answer. */
export function withEtag(request: Request, body: unknown, headers: Record<string, string> = {}) {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const common = { ETag: etag, "Cache-Control": "no-cache", ...headers };
  const known = request.headers
    .get("If-None-Match")
    ?.split(",")
    .map((each) => each.trim().replace(/^W\//, ""));
  if (known?.includes(etag) || known?.includes("*")) return new Response(null, { status: 304, headers: common });
  return new Response(text, { headers: { ...common, "Content-Type": "application/json; charset=utf-8" } });
}
