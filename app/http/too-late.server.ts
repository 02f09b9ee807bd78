import { data } from "@remix-run/node";
import { hostsOf, type Booking } from "~/domain/bookings/booking";
import type { AnswerResult } from "~/domain/bookings/respond.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { redirectWith } from "./session.server";

type Late = {
  /** As it stands now. */
  booking: Booking;
  actor: { userId: string };
  /** What was wanted, by its name in the history. */
  move: "confirmed" | "declined";
  /** Why it was refused. Of all hands each answers for themselves, once. */
  reason: Extract<AnswerResult, { ok: false }>["reason"];
  to: string;
};

/** A move that has been overtaken: its page again, with status 409, which tells by what. One's own form, sent twice, goes on. */
export async function tooLate({ booking, actor, move, reason, to }: Late) {
  if (reason === "answered") {
    const own = hostsOf(booking).find(({ userId }) => userId === actor.userId);
    return own?.status === move ? doneBefore(to) : overtaken();
  }
  const settled = await findSettlingMove(booking);
  if (settled?.move === move && settled.actorId === actor.userId) {
    return doneBefore(to);
  }
  return overtaken();
}

function doneBefore(to: string) {
  return redirectWith({ kind: "info", text: "You have done that already." }, to);
}

export function overtaken() {
  return data({ problem: null }, { status: 409 });
}
