/** The hosts that are measured, the same ones with the same meetings in every database. */
export const measuredHosts = 50;

/** Of each measured host: meetings before today, and in the month that is asked for. */
export const pastMeetings = 1;
const meetingsInMonth = 19;
export const measuredMeetings = measuredHosts * (pastMeetings + meetingsInMonth);

export type Size = { name: "small" | "large"; bookings: number; hosts: number; workspaces: number };

export const sizes = {
  small: { name: "small", bookings: measuredMeetings, hosts: measuredHosts, workspaces: 1 },
  large: { name: "large", bookings: 1_000_000, hosts: 50_000, workspaces: 5_000 },
} satisfies Record<string, Size>;

/**
 * The numbers from 0 to `total`, the first `measured` of them spread evenly among the others: what is measured was not
 * written in one go, so its rows must not lie side by side.
 */
export function* spread(measured: number, total: number): Iterable<number> {
  const step = Math.floor(total / measured);
  for (let place = 0, next = 0, other = measured; place < total; place++) {
    const isMeasured = place % step === 0 && next < measured;
    yield isMeasured ? next++ : other++;
  }
}
