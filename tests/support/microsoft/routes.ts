import type { Route } from "../fakes/routes";
import { calendarRoutes } from "./graph/calendar-routes";
import { deltaRoutes } from "./graph/delta-routes";
import { creationRoutes } from "./graph/event-creation";
import { listRoutes } from "./graph/event-lists";
import { eventRoutes } from "./graph/event-routes";
import { toRoute } from "./graph/graph-route";
import { meRoutes, userinfoRoute } from "./graph/me-routes";
import { peopleRoutes } from "./graph/people-routes";
import { scheduleRoutes } from "./graph/schedule-routes";
import { subscriptionRoutes } from "./graph/subscription-routes";
import { authorizeRoutes } from "./identity/authorize";
import { discoveryRoutes } from "./identity/id-token";
import { tokenRoute } from "./identity/token";
import type { World } from "./world";

const graph = [
  ...meRoutes,
  ...calendarRoutes,
  ...deltaRoutes,
  ...listRoutes,
  ...creationRoutes,
  ...scheduleRoutes,
  ...eventRoutes,
  ...subscriptionRoutes,
  ...peopleRoutes,
];

/** The names by which tests script faults. */
export function allRoutes(world: World): Route[] {
  const identity = [...authorizeRoutes(world), tokenRoute(world), ...discoveryRoutes(world), userinfoRoute(world)];
  return [...identity, ...graph.map((route) => toRoute(world, route))];
}
