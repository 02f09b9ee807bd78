import { data } from "@remix-run/node";
import { DAY_MS } from "~/domain/availability/calendar-days";
import { listRotations, loadFairness } from "~/domain/teams/fairness.server";
import { findTeam } from "~/domain/teams/teams.server";
import { requireHost } from "./auth.server";
import { hostClock } from "./host-page.server";

const periods = [30, 90, 365];
const shownPicks = 20;

/** How the meetings of a team were parted. What an address asks for that is not there is answered with the first. */
export async function loadFairnessPage(request: Request, idOrSlug: string | undefined) {
  const { user, workspace } = await requireHost(request, "teams.read");
  const team = await findTeam(workspace.id, idOrSlug);
  if (!team) throw data("There is no such team.", { status: 404 });
  const query = new URL(request.url).searchParams;
  const clock = hostClock(request, user);
  const rotations = await listRotations(workspace.id, team.id);
  const page = { team: { id: team.id, name: team.name }, rotations, periods, clock, viewerId: user.id };
  const rotation = rotations.find(({ id }) => id === query.get("event_type")?.toLowerCase()) ?? rotations[0];
  if (!rotation) return { ...page, state: "empty" as const };
  const days = periods.find((each) => String(each) === query.get("days")) ?? periods[0]!;
  const since = clock.now - days * DAY_MS;
  const { picks, shares, names, isCut } = await loadFairness({
    workspaceId: workspace.id,
    teamId: team.id,
    rotation,
    since,
  });
  return {
    ...page,
    state: "open" as const,
    rotation,
    days,
    shares,
    names: Object.fromEntries(names),
    lastPicks: picks.slice(0, shownPicks),
    total: picks.length,
    cancelled: picks.filter(({ isCancelled }) => isCancelled).length,
    isCut,
  };
}

export type FairnessPage = Awaited<ReturnType<typeof loadFairnessPage>>;
