import { calWebhookById } from "~/http/v2/cal-webhooks.server";
import { plainWebhookById } from "~/http/v2/plain-webhooks.server";
import { v2 } from "~/http/v2/v2.server";
import { calVersions } from "~/envelopes";

export const { loader, action } = v2("/v2/webhooks/{id}", {
  plain: plainWebhookById,
  cal: { versions: calVersions, operations: calWebhookById },
});
