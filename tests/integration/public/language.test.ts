import { describe, expect, it } from "vitest";
import * as root from "~/root";
import { get } from "../../support/requests";

describe("the language of a page", () => {
  const language = async (path: string) =>
    (await get(root, path, { headers: { "Accept-Language": "de-AT,de;q=0.9,en;q=0.5" } })).body;

  it("is the visitor's where invitees read, and English where only hosts do", async () => {
    expect(await language("/book/acme-corp")).toMatchObject({ language: "de" });
    expect(await language("/meeting/abc")).toMatchObject({ language: "de" });
    expect(await language("/booking")).toMatchObject({ language: "en" });
    expect(await language("/login")).toMatchObject({ language: "en" });
  });
});
