/** What became of the bookings that a host was given. */
export type HostCounts = {
  id: string;
  name: string;
  bookings: number;
  cancelledByHosts: number;
  cancelledByInvitees: number;
  noShows: number;
  /** Half of them were booked longer before their start. */
  leadHours: number;
};
