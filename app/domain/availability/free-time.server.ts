import { readHosts } from "./host-facts.server";
import { intersect, merge, subtract } from "./intervals";
import type { Range } from "./slots";
import { openHoursAround } from "./working-hours";

/** How much of a host's open hours in a range nobody has taken yet, in milliseconds. */
export async function freeTime(workspaceId: string, hostId: string, range: Range, now: number): Promise<number> {
  const facts = await readHosts({ workspaceId, hostIds: [hostId], scheduleId: null, span: range, now });
  const host = facts.hosts[0];
  if (!host) return 0;
  const { joined } = openHoursAround(host.schedule, range);
  const open = intersect(joined, [range.from, range.to]);
  const free = subtract(open, merge([...host.claims, ...host.busy]));
  return free.reduce((sum, at, index) => (index % 2 === 0 ? sum - at : sum + at), 0);
}
