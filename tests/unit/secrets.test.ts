import { afterEach, describe, expect, it, vi } from "vitest";

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");

async function withKeys(keys: string) {
  vi.resetModules();
  process.env.ENCRYPTION_KEYS = keys;
  return import("~/domain/secrets.server");
}

describe("a sealed secret", () => {
  const before = process.env.ENCRYPTION_KEYS;
  afterEach(() => {
    process.env.ENCRYPTION_KEYS = before;
    vi.resetModules();
  });

  it("is read back for the place that it was sealed for, and nowhere else", async () => {
    const { seal, unseal } = await withKeys(`a:${key(1)}`);
    const sealed = seal("ya29.näme", "row/1");
    expect(unseal(sealed, "row/1")).toBe("ya29.näme");
    expect(() => unseal(sealed, "row/2")).toThrow();
    expect(sealed).not.toContain(Buffer.from("ya29").toString("base64url"));
  });

  it("is another text each time, and none that was changed is taken", async () => {
    const { seal, unseal } = await withKeys(`a:${key(1)}`);
    const sealed = seal("secret", "row");
    expect(seal("secret", "row")).not.toBe(sealed);
    for (let at = 2; at < sealed.length; at += 3) {
      const other = sealed[at] === "A" ? "B" : "A";
      expect(() => unseal(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`, "row")).toThrow();
    }
    expect(() => unseal(sealed.slice(0, -8), "row")).toThrow();
    expect(() => unseal("", "row")).toThrow();
  });

  it("takes no shortened proof", async () => {
    const { seal, unseal } = await withKeys(`a:${key(1)}`);
    const [id, nonce, tag, hidden] = seal("secret", "row").split(".");
    const short = Buffer.from(tag!, "base64url").subarray(0, 4).toString("base64url");
    expect(() => unseal([id, nonce, short, hidden].join("."), "row")).toThrow();
  });

  it("stays readable when a new key writes, and is sealed anew by it", async () => {
    const sealed = (await withKeys(`a:${key(1)}`)).seal("secret", "row");
    const later = await withKeys(`b:${key(2)},a:${key(1)}`);
    expect(later.unseal(sealed, "row")).toBe("secret");
    const counts = { sealed: 0, current: 0, lost: 0 };
    const anew = later.reseal(sealed, "row", counts)!;
    expect([anew.split(".")[0], later.unseal(anew, "row")]).toEqual(["b", "secret"]);
    expect(later.reseal(anew, "row", counts)).toBeNull();
    expect(later.reseal(null, "row", counts)).toBeNull();
    const without = await withKeys(`b:${key(2)}`);
    expect(without.reseal(sealed, "row", counts)).toBeNull();
    expect(counts).toEqual({ sealed: 1, current: 1, lost: 1 });
    expect(() => without.unseal(sealed, "row")).toThrow("ENCRYPTION_KEYS has no key a");
  });
});
