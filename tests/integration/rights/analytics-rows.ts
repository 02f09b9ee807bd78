import { createLink } from "../../support/links";
import { route, type Row } from "./row";
import type { World } from "./world";

/** The numbers, each for whom they are. */
export const analyticsPages: Row[] = [
  route("booking.analytics._index", [["GET", "page of hosts", 200]]),
  route("booking.analytics.export[.]csv", [["GET", "page of hosts", 200]]),
].flat();

export const analyticsCalls: Row[] = route(
  "api.v1.bookings.links.$id.analytics",
  [["GET", "call about the owner's", 200]],
  {
    at: async (world: World) => ({ id: (await createLink(await world.eventType())).id }),
    query: ({ workspace }: World) => ({ workspace: workspace.id }),
  },
);
