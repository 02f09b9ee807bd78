import { localDay } from "~/domain/availability/zones";
import { Dates, namedPeriod, periodName, periodOf, usual, usualPeriod, type Period } from "~/domain/analytics/period";
import { listSeen, scopeOf } from "~/domain/analytics/scope.server";
import type { Seen } from "~/domain/analytics/ways";
import { isUuid } from "~/domain/fields";
import { requireHost } from "./auth.server";
import { fieldErrors, type FieldError } from "./form.server";
import { hostClock } from "./host-page.server";

/** Which numbers the address asks for, for whoever shows or exports them. What it says wrongly is told and left out. */
export async function readAnalyticsQuery(request: Request) {
  const { user, workspace, role } = await requireHost(request, "analytics.read");
  const clock = hostClock(request, user);
  const today = localDay(clock.zone, clock.now);
  const seen = await listSeen(workspace.id, { userId: user.id, role });
  const query = new URL(request.url).searchParams;
  const text = (name: string) => (query.get(name) ?? "").replaceAll("\0", "").trim().slice(0, 100);
  const of = text("of").toLowerCase();
  const only = isUuid(of) ? onlyOf(of, seen) : null;
  const typed = { from: text("from"), to: text("to") };
  const { period, name, errors } = readPeriod({ name: text("period"), ...typed }, today);
  return {
    clock,
    today,
    seen,
    scope: scopeOf(workspace.id, seen, only),
    period,
    errors,
    /** As an address of ours says the same; dates that are no usual period stand in their fields, too. */
    values: { of: only ? of : "", period: name },
    dates: errors.length > 0 || usualPeriod(name, today) ? typed : namedPeriod(name)!,
    table: text("table") === "ways" ? ("ways" as const) : ("days" as const),
  };
}

function onlyOf(id: string, { eventTypes, links }: Seen) {
  if (eventTypes.some((each) => each.id === id)) return { eventTypeId: id };
  return links.some((each) => each.id === id) ? { linkId: id } : null;
}

type Asked = { name: string; from: string; to: string };

/** Single dates count for more than the name of a period. */
function readPeriod({ name, from, to }: Asked, today: number): { period: Period; name: string; errors: FieldError[] } {
  const found = usualPeriod(name, today);
  const isTyped = from !== "" || to !== "";
  const dates = isTyped ? { from: from || undefined, to: to || undefined } : found ? null : namedPeriod(name);
  const read = dates && readDates(dates, today);
  if (read?.ok) return { period: read.period, name: periodName(read.period), errors: [] };
  const errors = read && isTyped ? read.errors : [];
  return found ? { period: found, name, errors } : { period: usualPeriod(usual, today)!, name: usual, errors };
}

function readDates(dates: { from?: string; to?: string }, today: number) {
  const parsed = Dates.safeParse(dates);
  if (!parsed.success) return { ok: false as const, errors: fieldErrors(parsed.error) };
  return periodOf(parsed.data, today);
}
