import { api } from "~/http/api.server";
import { microsoftNotices } from "~/http/calendar-notices.server";

/** Where Microsoft says that a subscription ends, was removed, or that notices were lost. */
export const { loader, action } = api(
  "/api/v1/calendar-notices/microsoft/lifecycle",
  { POST: microsoftNotices },
  { isInternal: true },
);
