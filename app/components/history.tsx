import type { listHistory } from "~/domain/bookings/bookings.server";
import { isoInstant } from "~/domain/time";
import { momentWords, type Clock } from "./booking-words";

type Move = Awaited<ReturnType<typeof listHistory>>[number];

/** What happened to a booking, in words, newest first. */
export function History({ moves, clock, viewerId }: { moves: Move[]; clock: Clock; viewerId: string }) {
  return (
    <ol className="space-y-4">
      {moves.map((move) => (
        <li key={move.id}>
          <p className="text-small text-muted">
            <time dateTime={isoInstant(move.createdAt.getTime())}>{momentWords(move.createdAt.getTime(), clock)}</time>
          </p>
          <p>{sentence(move, clock, viewerId)}</p>
          {move.reason ? (
            <p className="whitespace-pre-line text-small">
              <bdi>“{move.reason}”</bdi>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function sentence(move: Move, clock: Clock, viewerId: string) {
  const who = actorOf(move, viewerId);
  const byLink = move.actorKind === "invitee" ? ", by their link" : "";
  switch (move.move) {
    case "requested":
      return "Asked for from the public page.";
    case "booked":
      if (move.actorKind !== "user") return "Booked from the public page.";
      return <>{who} booked it for the invitee.</>;
    case "confirmed":
      return <>{who} confirmed it.</>;
    case "declined":
      return <>{who} declined it.</>;
    case "cancelled":
      return (
        <>
          {who} cancelled it{byLink}.
        </>
      );
    case "rescheduled":
      return (
        <>
          {who} moved it from <s className="whitespace-nowrap">{at(move.startBefore, clock)}</s> to{" "}
          <span className="whitespace-nowrap">{at(move.startAfter, clock)}</span>
          {byLink}.
        </>
      );
    case "reassigned":
      return (
        <>
          {who} handed it from <bdi>{move.hostBefore ?? "somebody who has left"}</bdi> to{" "}
          <bdi>{move.hostAfter ?? "somebody who has left"}</bdi>.
        </>
      );
    case "no_show":
      return <>{who} noted who did not come:</>;
    case "no_show_withdrawn":
      return <>{who} took back that somebody did not come:</>;
    case "completed":
      return move.actorKind === "system" ? "It was held." : <>{who} marked it as held.</>;
    case "expired":
      return "Nobody answered before it would have begun, so it was cancelled.";
  }
}

function actorOf(move: Move, viewerId: string) {
  if (move.actorKind === "invitee") return "The invitee";
  if (move.actorKind === "system") return "Meridian";
  if (move.actorId === viewerId) return "You";
  return <bdi>{move.actorName ?? "Somebody who has left"}</bdi>;
}

function at(instant: Date | null, clock: Clock) {
  return instant ? momentWords(instant.getTime(), clock) : "another time";
}
