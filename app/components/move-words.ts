import type { listHistory } from "~/domain/bookings/bookings.server";
import { momentWords, type Clock } from "./booking-words";
import type { Words } from "./cause-words";

export type Move = Awaited<ReturnType<typeof listHistory>>[number];

/** Who made a move, as a sentence begins. */
export function actorOf(move: Pick<Move, "actorKind" | "actorId" | "actorName">, viewerId: string): Words[number] {
  if (move.actorKind === "invitee") return "The invitee";
  if (move.actorKind === "system") return "Meridian";
  if (move.actorId === viewerId) return "You";
  return { name: move.actorName ?? "Somebody who has left" };
}

type Reader = { clock: Clock; viewerId: string; isRefusal: boolean };

/** What made a booking what it is, for whoever comes too late: "Maya Lind confirmed it a moment before you." */
export function settledWords(move: Move, { clock, viewerId, isRefusal }: Reader): Words {
  const at = move.createdAt.getTime();
  const isJustNow = clock.now - at < 60_000;
  const shortly = isRefusal && move.actorId !== viewerId ? " a moment before you." : " a moment ago.";
  return [...deedWords(move, viewerId), isJustNow ? shortly : `, ${momentWords(at, clock)}.`];
}

function deedWords(move: Move, viewerId: string): Words {
  const who = actorOf(move, viewerId);
  switch (move.move) {
    case "confirmed":
      return move.actorKind === "system" ? ["Enough of its hosts said yes"] : [who, " confirmed it"];
    case "declined":
      return move.actorKind === "system" ? ["Too few of its hosts can come"] : [who, " declined it"];
    case "cancelled":
      return [who, move.actorKind === "invitee" ? " cancelled it by their link" : " cancelled it"];
    case "rescheduled":
      return [who, " moved it"];
    case "expired":
      return ["It was not confirmed in time, so it was cancelled"];
    case "completed":
      return move.actorKind === "system" ? ["It was held"] : [who, " marked it as held"];
    default:
      return ["It needed no answer when it was booked"];
  }
}
