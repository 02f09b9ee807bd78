/** A host's named hours: minutes of the day in pairs for each weekday from Monday, and dates that replace them. */
export type Schedule = {
  workspaceId: string;
  id: string;
  number: number;
  userId: string;
  name: string;
  timezone: string;
  isDefault: boolean;
  weekly: number[][];
  overrides: DateOverride[];
  createdAt: Date;
  updatedAt: Date;
};

/** Minute pairs one after the other; none at all means closed. */
export type DateOverride = { date: string; intervals: number[] };
