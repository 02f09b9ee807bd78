import { data } from "@remix-run/node";
import type { Booking } from "~/domain/bookings/booking";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { redirectWith } from "./session.server";

type Late = {
  /** As it stands now. */
  booking: Booking;
  actor: { userId: string };
  /** What was wanted, by its name in the history. */
  move: "confirmed" | "declined";
  to: string;
};

/** A move that has been overtaken: its page again, with status 409, which tells by what. One's own form, sent twice, goes on. */
export async function tooLate({ booking, actor, move, to }: Late) {
  const settled = await findSettlingMove(booking);
  if (settled?.move === move && settled.actorId === actor.userId) {
    return redirectWith({ kind: "info", text: "You have done that already." }, to);
  }
  return overtaken();
}

export function overtaken() {
  return data({ problem: null }, { status: 409 });
}
