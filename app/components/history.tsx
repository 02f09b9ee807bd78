import { isoInstant } from "~/domain/time";
import { momentWords, type Clock } from "./booking-words";
import { actorOf, type Move } from "./move-words";
import { Told } from "./told";

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
          {move.reason && !isAboutSomebody(move) ? (
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
  const who = <Told words={[actorOf(move, viewerId)]} />;
  const byLink = move.actorKind === "invitee" ? ", by their link" : "";
  switch (move.move) {
    case "requested":
      if (move.actorKind !== "user") return "Asked for by the invitee.";
      return <>{who} asked for it for the invitee.</>;
    case "booked":
      if (move.actorKind !== "user") return "Booked by the invitee.";
      return <>{who} booked it for the invitee.</>;
    case "host_accepted":
      return <>{who} said yes.</>;
    case "host_declined":
      return <>{who} said no.</>;
    case "confirmed":
      return move.actorKind === "system" ? (
        "Enough of its hosts said yes, so it is confirmed."
      ) : (
        <>{who} confirmed it.</>
      );
    case "declined":
      return move.actorKind === "system" ? (
        "Too few of its hosts can come, so it was cancelled."
      ) : (
        <>{who} declined it.</>
      );
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
      return (
        <>
          {who} noted that <bdi>{move.reason}</bdi> did not come.
        </>
      );
    case "no_show_withdrawn":
      return (
        <>
          {who} took back that <bdi>{move.reason}</bdi> did not come.
        </>
      );
    case "completed":
      return move.actorKind === "system" ? "It was held." : <>{who} marked it as held.</>;
    case "expired":
      return "It was not confirmed before it would have begun, so it was cancelled.";
  }
}

/** Whose reason is no reason but the names that the sentence needs. */
function isAboutSomebody({ move }: Move) {
  return move === "no_show" || move === "no_show_withdrawn";
}

function at(instant: Date | null, clock: Clock) {
  return instant ? momentWords(instant.getTime(), clock) : "another time";
}
