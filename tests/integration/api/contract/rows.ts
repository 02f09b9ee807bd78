import { apiKeyRows } from "./api-key-rows";
import { bookingsRows } from "./bookings-rows";
import { calendarRows } from "./calendar-rows";
import { coachRows } from "./coach-rows";
import { instanceRows } from "./instance-rows";
import { linkRows } from "./link-rows";
import { workspaceRows } from "./workspace-rows";
import { offerRows } from "./offer-rows";
import { accountRows } from "./account-rows";
import type { ContractRow } from "./row";
import { v2Rows } from "./v2-rows";

/** Every area's, each in a file of its own. */
export const rows: ContractRow[] = [
  ...accountRows,
  ...apiKeyRows,
  ...offerRows,
  ...workspaceRows,
  ...bookingsRows,
  ...calendarRows,
  ...linkRows,
  ...coachRows,
  ...instanceRows,
  ...v2Rows,
];
