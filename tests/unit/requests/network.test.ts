import { describe, expect, it } from "vitest";
import { networkOf } from "~/domain/requests/network";

describe("the network that an address stands for", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:cb00:7107", "203.0.113.7"],
  ])("is an IPv4 address itself, however it is written: %s", (address, network) =>
    expect(networkOf(address)).toBe(network),
  );

  it.each([
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:ffff:0:0:9", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["fe80::1%eth0", "fe80::/64"],
    ["::1", "::/64"],
  ])("is 64 bits of IPv6, of which one caller has all addresses: %s", (address, network) =>
    expect(networkOf(address)).toBe(network),
  );

  it("is what is no address as it stands", () => expect(networkOf("unknown")).toBe("unknown"));
});
