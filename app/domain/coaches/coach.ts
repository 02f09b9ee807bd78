/** A host with whom clients may book sessions. */
export type CoachProfile = {
  workspaceId: string;
  userId: string;
  name: string;
  /** What they say about themselves; may be empty. */
  about: string;
  timezone: string;
};

/** With the first time that is free for a session of the usual length, in epoch milliseconds; null: none within two months. */
export type Coach = CoachProfile & { nextFree: number | null };
