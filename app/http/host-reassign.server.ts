import { data } from "@remix-run/node";
import { z } from "zod";
import type { Reason } from "~/domain/availability/slots";
import { mayReassign, reasonField } from "~/domain/bookings/booking";
import { maySeeBooking, placesToHandOver } from "~/domain/bookings/booking-rights";
import { listHistory } from "~/domain/bookings/bookings.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { listSuccessors } from "~/domain/bookings/successors.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { isUuid } from "~/domain/fields";
import { requireHost } from "./auth.server";
import { readForm, type FieldError, type FormValues } from "./form.server";
import { requireBookingPage } from "./host-page.server";

/** Whose place can be handed over, and who could take it. */
export async function loadHandover(request: Request, id: string | undefined) {
  const { booking, clock, user, role } = await requireBookingPage(request, id);
  const page = { booking, clock, viewerId: user.id };
  if (!mayReassign(booking, clock.now)) {
    return { ...page, state: "fixed" as const, settled: await findSettlingMove(booking) };
  }
  const eventType = (await findEventType(booking.workspaceId, booking.eventTypeId))!;
  const successors = await listSuccessors(eventType, booking, clock.now);
  return { ...page, state: "open" as const, places: placesToHandOver(booking, user.id, role), successors };
}

/** Hands it over. Every refusal keeps the reason. */
export async function submitHandover(request: Request, id: string | undefined) {
  const page = await requireBookingPage(request, id).catch(async (refused: unknown) => {
    if (await hasHandedOver(request, id)) return null;
    throw refused;
  });
  if (!page) return { outcome: "handed_before" as const };
  const { booking, actor, clock, user, role } = page;
  const places = placesToHandOver(booking, user.id, role).flatMap(({ userId }) => userId ?? []);
  const form = await readForm(request, handoverInput(places));
  if (!form.ok) return refusal(400, { outcome: "invalid", ...form.problem });
  const { from, to, reason } = form.data;
  const result = await reassign({ booking, from, to, reason, actor, now: clock.now });
  if (result.ok) {
    const after = { booking: result.booking, isStillOurs: maySeeBooking(result.booking, user.id, role) };
    return { outcome: "handed" as const, to, ...after };
  }
  const { values } = form;
  if (result.reason === "slot_unavailable") return refusal(409, { outcome: "taken", values, to, code: result.code });
  if (!maySeeBooking(result.booking, user.id, role)) return { outcome: "lost" as const };
  return refusal(409, { outcome: result.reason, values });
}

/** `places`: where there is one alone nobody has to say whose it is. */
function handoverInput(places: string[]) {
  const error = "Choose whose place it is.";
  const from = z.string({ error }).toLowerCase().pipe(z.enum(places, { error }));
  return z.object({
    from: places.length === 1 ? from.default(places[0]!) : from,
    to: z.string({ error: "Choose who takes it over." }).refine(isUuid, "Choose who takes it over.").toLowerCase(),
    reason: reasonField.default(""),
  });
}

/** A member who has handed a booking over can't see it any more, nor what their form, sent twice, has done. */
async function hasHandedOver(request: Request, id: string | undefined) {
  const { user, workspace } = await requireHost(request, "bookings.read");
  if (!isUuid(id)) return false;
  const history = await listHistory(workspace.id, id);
  return history.some(({ move, actorId }) => move === "reassigned" && actorId === user.id);
}

type Outcome =
  | { outcome: "invalid"; values: FormValues; errors: FieldError[] }
  | { outcome: "taken"; values: FormValues; to: string; code: Reason }
  | { outcome: "not_changeable" | "not_a_host" | "not_a_successor"; values: FormValues };

function refusal(status: number, outcome: Outcome) {
  return data(outcome, { status });
}
