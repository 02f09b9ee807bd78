import { api } from "~/http/api.server";
import { googleNotice } from "~/http/calendar-notices.server";

/** Where Google says that a calendar has changed. */
export const { loader, action } = api("/api/v1/calendar-notices/google", { POST: googleNotice }, { isInternal: true });
