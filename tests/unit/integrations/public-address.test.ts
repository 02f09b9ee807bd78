import { describe, expect, it } from "vitest";
import { addressProblem, isPublicAddress, writtenProblem } from "~/integrations/public-address.server";

describe("a private address", () => {
  it.each([
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "0",
    "10.0.0.8",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "[::1]",
    "[::]",
    "[fe80::1]",
    "[fc00::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[fec0::1]",
    "[64:ff9b:1::7f00:1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "１２７.0.0.1",
    "127。0。0。1",
    "localhost",
    "LOCALHOST.",
    "db.localhost",
    "printer.local",
    "metadata.google.internal",
    "postgres",
  ])("is refused as https://%s/hook", (host) => {
    expect(writtenProblem(new URL(`https://${host}/hook`))).not.toBeNull();
  });
});

describe("a public address", () => {
  it.each(["https://example.com/hook", "https://example.com:8443", "https://93.184.216.34", "https://[2606:2800::1]"])(
    "may be written: %s",
    (address) => {
      expect(writtenProblem(new URL(address))).toBeNull();
    },
  );

  it("is one by what it unwraps to", () => {
    expect(isPublicAddress("::ffff:93.184.216.34")).toBe(true);
    expect(isPublicAddress("::ffff:10.0.0.1")).toBe(false);
    expect(isPublicAddress("nonsense")).toBe(false);
  });
});

it.each(["http://example.com/hook", "https://example.com:22", "https://example.com:25"])("%s is refused", (address) => {
  expect(writtenProblem(new URL(address))).not.toBeNull();
});

it("a name that nobody knows yet is not refused", async () => {
  expect(await addressProblem("https://not-there.invalid/hook")).toBeNull();
});
