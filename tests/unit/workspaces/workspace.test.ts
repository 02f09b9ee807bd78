import { describe, expect, it } from "vitest";
import { NewWorkspaceInput, suggestSlug } from "~/domain/workspaces/workspace";

describe("suggestSlug", () => {
  it.each([
    ["Nordlys Studio", "nordlys-studio"],
    ["Ågot & Søn's Straße", "agot-sons-strasse"],
    ["  --  Café №1 ", "cafe-no1"],
    ["東京", ""],
    ["a".repeat(59) + " b", "a".repeat(59)],
  ])("%s becomes %s", (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
  });
});

describe("the address of a workspace", () => {
  it.each(["booking", "API", "new", "0b8f2a9e-5f7e-4b43-9d3c-1f2a3b4c5d6e"])("cannot be %s", (slug) => {
    expect(NewWorkspaceInput.safeParse({ name: "Acme", slug }).success).toBe(false);
  });

  it("is kept in small letters", () => {
    expect(NewWorkspaceInput.parse({ name: "Acme", slug: " Acme-Corp " }).slug).toBe("acme-corp");
  });
});
