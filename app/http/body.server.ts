const limit = 1024 * 1024;

export type Body = { ok: true; text: string } | { ok: false; status: 400 | 413; detail: string };

/** The body as text: one MiB at most, valid UTF-8. What is too long is read to its end, so that the sender hears why. */
export async function readBody(request: Request): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size <= limit) chunks.push(chunk);
    }
  } catch {
    return { ok: false, status: 400, detail: "The body broke off." };
  }
  if (size > limit) return { ok: false, status: 413, detail: "The body is larger than 1 MiB." };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, text };
  } catch {
    return { ok: false, status: 400, detail: "The body is not UTF-8." };
  }
}
