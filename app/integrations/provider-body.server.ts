/** What an answer holds. `json` is undefined where the body is empty. */
export type Body = { kind: "json"; json: unknown } | { kind: "unreadable" } | { kind: "too_long" };

/** Bytes, unpacked. A page of a thousand events takes one of them. */
const longest = 16 * 1024 * 1024;

/** Reads no further than the longest answer that is taken. Throws where the connection breaks. */
export async function readBody({ body }: Response): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > longest) {
      await reader?.cancel();
      return { kind: "too_long" };
    }
    chunks.push(part.value);
  }
  return parse(Buffer.concat(chunks).toString("utf8"));
}

function parse(text: string): Body {
  if (!text.trim()) return { kind: "json", json: undefined };
  try {
    return { kind: "json", json: JSON.parse(text) as unknown };
  } catch {
    return { kind: "unreadable" };
  }
}
