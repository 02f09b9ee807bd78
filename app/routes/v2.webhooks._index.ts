import { calWebhookList } from "~/http/v2/cal-webhooks.server";
import { plainWebhookList } from "~/http/v2/plain-webhooks.server";
import { v2 } from "~/http/v2/v2.server";
import { calVersions } from "~/envelopes";

export const { loader, action } = v2("/v2/webhooks", {
  plain: plainWebhookList,
  cal: { versions: calVersions, operations: calWebhookList },
});
