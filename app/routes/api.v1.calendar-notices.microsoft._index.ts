import { api } from "~/http/api.server";
import { microsoftNotices } from "~/http/calendar-notices.server";

/** Where Microsoft says that calendars have changed. */
export const { loader, action } = api(
  "/api/v1/calendar-notices/microsoft",
  { POST: microsoftNotices },
  { isInternal: true },
);
