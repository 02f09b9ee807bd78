/** What was looked at: an event type's own page, or a link to it. */
export type ViewSubject = { workspaceId: string; eventTypeId: string; linkId?: string; oneTimeLinkId?: string };

/** One visitor at one page, on their way to be counted. The address and the browser go no further than their hash. */
export type View = ViewSubject & {
  at: number;
  address: string | null;
  userAgent: string | null;
  referrerHost: string | null;
};
