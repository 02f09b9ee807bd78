import { alive } from "~/http/alive.server";
import { api, operation } from "~/http/api.server";

const read = operation({
  auth: "none",
  async handle() {
    return alive();
  },
});

export const { loader, action } = api("/api/v1/bookings/health", { GET: read });
