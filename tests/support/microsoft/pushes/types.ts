import type { ChangeNotification, ChangeType } from "@microsoft/microsoft-graph-types";

export type Subscription = {
  id: string;
  accountId: string;
  clientId: string;
  /** As the app wrote it. */
  resource: string;
  calendarId: string;
  changeTypes: ChangeType[];
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  expiresAt: number;
  immutableIds: boolean;
};

/** One POST to a receiver. A status of null: no answer in time, or none at all. */
export type Push = {
  url: string;
  kind: "changes" | "lifecycle";
  body: { value: ChangeNotification[] };
  attempt: number;
  status: number | null;
  tookMs: number;
  isAcknowledged: boolean;
  at: number;
};
