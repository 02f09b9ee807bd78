import type { ChangeNotification, ChangeType } from "@microsoft/microsoft-graph-types";
import { idIn } from "../mailbox/event-answer";
import { newGuid } from "../mailbox/ids";
import type { StoredEvent } from "../mailbox/types";
import type { Subscription } from "./types";

const tenant = "84bd8158-6d4d-4958-8b9f-9d6445542f95";

export function changeOf(subscription: Subscription, event: StoredEvent, changeType: ChangeType): ChangeNotification {
  const id = idIn(event, subscription);
  const resource = `Users/${subscription.accountId}/Events/${id}`;
  const resourceData = {
    "@odata.type": "#Microsoft.Graph.Event",
    "@odata.id": resource,
    "@odata.etag": `W/"${event.changeKey}"`,
    id,
  };
  return { ...frameOf(subscription), changeType, resource, resourceData };
}

/** What every notification of a subscription carries. */
export function frameOf({ id, expiresAt, clientState }: Subscription): ChangeNotification {
  return {
    id: newGuid(),
    subscriptionId: id,
    subscriptionExpirationDateTime: new Date(expiresAt).toISOString(),
    clientState,
    tenantId: tenant,
  };
}
