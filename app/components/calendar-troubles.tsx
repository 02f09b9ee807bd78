import { providerNames } from "~/domain/providers";
import type { CalendarTrouble } from "~/domain/calendars/troubles.server";
import { paths } from "~/paths";
import type { Clock } from "./booking-words";
import { agoWords, pastWords } from "./calendar-words";
import { LinkButton } from "./form";
import { Notice } from "./notice";

/** What a host has to know before anything else: a calendar of theirs is not read as it should be. */
export function CalendarTroubles({ troubles, clock }: { troubles: CalendarTrouble[]; clock: Clock }) {
  const shown = troubles.filter((each, index) => isTold(each) && isFirstOfLost(each, index, troubles));
  return shown.map((trouble) => (
    <Notice
      key={trouble.connectionId}
      kind="wait"
      className="mb-6"
      title={<Fact trouble={trouble} />}
      action={
        <LinkButton small href={paths.calendars()}>
          {trouble.kind === "needs_reconnect" ? `Reconnect ${providerNames[trouble.provider]}` : "Look at the calendar"}
        </LinkButton>
      }
    >
      {followingWords(trouble, clock)}
    </Notice>
  ));
}

/** For the mark beside the navigation's entry. */
export function troubleMark(troubles: CalendarTrouble[]): string | undefined {
  return troubles.some(isTold) ? "needs a look" : undefined;
}

/** One sign-in lets us into all calendars of an account. */
function isFirstOfLost({ kind, accountId }: CalendarTrouble, index: number, troubles: CalendarTrouble[]) {
  return kind !== "needs_reconnect" || troubles.findIndex((each) => each.accountId === accountId) === index;
}

/** A lost answer or two is for the calendar's own page. */
function isTold({ kind }: CalendarTrouble) {
  return kind !== "failing";
}

function Fact({ trouble }: { trouble: CalendarTrouble }) {
  if (trouble.kind === "needs_reconnect") {
    return (
      <>
        {`${providerNames[trouble.provider]} no longer accepts our sign-in: `}
        <bdi>{trouble.email}</bdi>.
      </>
    );
  }
  return (
    <>
      “<bdi>{trouble.name}</bdi>” was not read for too long.
    </>
  );
}

function followingWords({ kind, syncedAt, stopsOffers }: CalendarTrouble, clock: Clock) {
  const since =
    syncedAt === null
      ? "It was never read, so it blocks nothing."
      : `The last reading, ${pastWords(syncedAt, clock)}, ${agoWords(clock.now - syncedAt)}, still holds. Events you added since then don’t.`;
  const stopped = stopsOffers ? " As you chose, nothing is offered until it is read again." : "";
  const waits = kind === "needs_reconnect" ? " New bookings reach it once you reconnect." : "";
  return since + stopped + waits;
}
