import ipaddr from "ipaddr.js";

/**
 * Whom an address stands for, in one spelling. A household or a machine has 64 bits of IPv6 to itself, so all of those are
 * the same caller.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (read instanceof ipaddr.IPv4) return read.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${read.toNormalizedString()}/64`).toString()}/64`;
}
