import { plainDeliveryList } from "~/http/v2/plain-webhooks.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/webhooks/{id}/deliveries", { plain: plainDeliveryList });
