import { describe, expect, it, vi } from "vitest";
import { withEtag, withStamp } from "~/http/etag.server";

const now = Date.parse("2026-11-20T08:00:00Z");
const holdsUntil = now + 60_000;

function asking(tag?: string) {
  return new Request("http://localhost/", { headers: tag ? { "If-None-Match": tag } : {} });
}

function answer(request: Request, stamp = "facts", at = now) {
  const compute = vi.fn(() => ({ text: `{"slots":[]}`, holdsUntil }));
  return { response: withStamp(request, { stamp, now: at }, compute), compute };
}

describe("an answer that follows from facts and time", () => {
  const tag = answer(asking()).response.headers.get("ETag")!;

  it("is not computed for whoever has it, as long as it holds", () => {
    const { response, compute } = answer(asking(`"other", W/${tag}`), "facts", holdsUntil);
    expect([response.status, compute.mock.calls.length, response.headers.get("ETag")]).toEqual([304, 0, tag]);
  });

  it("is computed again when it holds no longer, and when the facts are others", () => {
    expect(answer(asking(tag), "facts", holdsUntil + 1).response.status).toBe(200);
    expect(answer(asking(tag), "other facts").response.status).toBe(200);
  });

  it("is not sent to whoever takes any that there is", () => {
    const { response, compute } = answer(asking("*"));
    expect([response.status, compute.mock.calls.length, response.headers.get("ETag")]).toEqual([304, 1, tag]);
  });

  it("is computed for tags that are none of ours", () => {
    for (const odd of ['""', '"."', tag.replace(".", ""), `"${"z".repeat(5000)}"`, "x, y,,"]) {
      expect(answer(asking(odd)).response.status, odd).toBe(200);
    }
  });
});

describe("an answer by its body", () => {
  it("is left out for whoever has it", () => {
    const tag = withEtag(asking(), { a: 1 }).headers.get("ETag")!;
    expect(withEtag(asking(tag), { a: 1 }).status).toBe(304);
    expect(withEtag(asking("*"), { a: 1 }).status).toBe(304);
    expect(withEtag(asking(tag), { a: 2 }).status).toBe(200);
  });
});
