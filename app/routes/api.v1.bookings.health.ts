import { z } from "zod";
import { alive } from "~/http/alive.server";
import { api, operation } from "~/http/api.server";

const read = operation({
  auth: "none",
  summary: "Ask whether it is alive",
  answers: { 200: z.strictObject({ status: z.literal("alive") }) },
  async handle() {
    return alive();
  },
});

export const { loader, action } = api("/api/v1/bookings/health", { GET: read });
