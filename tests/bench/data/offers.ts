import { idOf } from "./chance";
import { eventTypeNumbers, measured, nameOf, ownerOf, userId, workspaceId, workspaceOf } from "./measured";
import type { Fillings } from "./people";
import { measuredHosts, type Size } from "./sizes";

export const offerTables = {
  booking_event_types:
    "workspace_id, id, owner_id, name, slug, duration_minutes, duration_options, buffer_before, buffer_after, " +
    "minimum_notice_minutes, booking_window_days, max_per_day, max_per_week, excluded_dates, location_type, " +
    "is_team_event, assignment_type",
  booking_event_type_members: "workspace_id, event_type_id, user_id",
};

type To = Fillings<typeof offerTables>;
type Limits = { buffers?: [number, number]; notice?: number; options?: string; perDay?: number; perWeek?: number };
type Offer = Limits & { number: number; workspace: number; owner: number; slug: string; mode?: string; dates?: string };

const ofEach: Limits = { options: "{15,30}" };
const usual: Limits = { buffers: [0, 10], notice: 240 };

export function addMeasuredOffers(to: To, excludedDates: string[]) {
  const everybody = Array.from({ length: measuredHosts }, (_, host) => host);
  const offer = (
    which: "oneHost" | "oneHostLimited" | "anyHost" | "allHosts",
    hosts: number[],
    more: Partial<Offer>,
  ) => {
    const [number, slug] = [eventTypeNumbers[which], measured[which]];
    addOffer(to, { ...usual, number, slug, workspace: 0, owner: 0, ...more }, hosts);
  };
  offer("oneHost", [0], {});
  offer("oneHostLimited", [0], { perDay: 4, perWeek: 15, buffers: [5, 10], dates: `{${excludedDates.join()}}` });
  offer("anyHost", everybody, { mode: "round_robin" });
  offer("allHosts", everybody, { mode: "all_hands" });
}

/** Each host's own event type. */
export function addHostOffer(to: To, size: Size, host: number) {
  const number = eventTypeNumbers.ofHost(host);
  const workspace = workspaceOf(size, host);
  addOffer(to, { ...ofEach, number, workspace, owner: host, slug: measured.ofHost(host) }, [host]);
}

/** One team event for the hosts of each workspace that isn't measured. */
export function addTeamOffer(to: To, size: Size, workspace: number) {
  const number = eventTypeNumbers.ofTeam(size, workspace);
  const hosts: number[] = [];
  for (let host = ownerOf(workspace); host < size.hosts; host += size.workspaces - 1) hosts.push(host);
  addOffer(to, { ...usual, number, workspace, owner: hosts[0]!, slug: "team", mode: "round_robin" }, hosts);
}

function addOffer(to: To, offer: Offer, hosts: number[]) {
  const [tenant, id] = [workspaceId(offer.workspace), idOf("eventType", offer.number)];
  const [before, after] = offer.buffers ?? [0, 0];
  to.booking_event_types.add(
    ...[tenant, id, userId(offer.owner), `Meeting with ${nameOf(offer.owner)}`, offer.slug, 30, offer.options ?? "{}"],
    ...[before, after, offer.notice ?? 0, 365, offer.perDay ?? null, offer.perWeek ?? null, offer.dates ?? "{}"],
    ...["google_meet", offer.mode !== undefined, offer.mode ?? null],
  );
  for (const host of hosts) to.booking_event_type_members.add(tenant, id, userId(host));
}
