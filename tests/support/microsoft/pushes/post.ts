export type Posted = { status: number | null; text: string; contentType: string; tookMs: number };

/** POSTs to a receiver and waits so long for its answer. */
export async function post(url: string, body: string, contentType: string, limitMs: number): Promise<Posted> {
  const before = performance.now();
  const took = () => performance.now() - before;
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": contentType },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(limitMs),
    });
    const text = await answer.text();
    return { status: answer.status, text, contentType: answer.headers.get("content-type") ?? "", tookMs: took() };
  } catch {
    return { status: null, text: "", contentType: "", tookMs: took() };
  }
}
