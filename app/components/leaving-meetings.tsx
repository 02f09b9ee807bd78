import { countOf } from "~/domain/counts";
import { isoInstant, zoneTime } from "~/domain/time";
import type { Heir, LeftBehind, LeftMeeting } from "~/domain/workspaces/left-behind";
import { hostsOf, stateOf, theirTime, whenShort, type Clock } from "./booking-words";
import { Checkbox } from "./choice";
import { Select, type Option } from "./field";
import { keptBy } from "./handover-form";

type Props = { left: LeftBehind; clock: Clock; viewerId: string };

/** The meetings to come of somebody who goes: a choice for all of them, and one for each that has the last word. */
export function LeftMeetings({ left, clock, viewerId }: Props) {
  const { meetings, meetingsTotal } = left;
  const isOne = meetings.length === 1;
  const isAnybodyFree = meetings.some(({ successors }) => successors.some(isFree));
  const isMore = meetingsTotal > meetings.length;
  return (
    <section>
      <h2 className="text-h2">{countOf(meetingsTotal, "meeting")} to come</h2>
      <p className="hint mt-1">
        {isMore ? `These are the next ${meetings.length}. The others follow when these are settled. ` : ""}
        Times are {zoneTime(clock.zone)}.
      </p>
      {isOne ? null : (
        <div className="mt-4 border-b border-rule pb-6">
          <div className="max-w-form space-y-3">
            <Select label="All of these meetings" name="all" options={optionsForAll(meetings, viewerId)} />
            {isAnybodyFree ? (
              <Checkbox
                name="otherwise_cancel"
                label="Cancel those that this person cannot take"
                hint="Otherwise they come back to this form, and you choose for each."
              />
            ) : null}
          </div>
        </div>
      )}
      <ul>
        {meetings.map((meeting) => (
          <Meeting key={meeting.booking.id} meeting={meeting} isOne={isOne} clock={clock} viewerId={viewerId} />
        ))}
      </ul>
    </section>
  );
}

type MeetingProps = { meeting: LeftMeeting; isOne: boolean; clock: Clock; viewerId: string };

function Meeting({ meeting: { booking, successors }, isOne, clock, viewerId }: MeetingProps) {
  const hosts = hostsOf(booking).length;
  const when = whenShort(booking, clock);
  const others = successors.filter((heir) => !isFree(heir));
  return (
    <li className="rowline grid items-start gap-x-8 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p>
          <time dateTime={isoInstant(booking.start)} className="whitespace-nowrap">
            {when}
          </time>{" "}
          <bdi className="font-semibold">{booking.inviteeName}</bdi>
        </p>
        <p className="hint">
          <bdi>{booking.eventType.name}</bdi>, {theirTime(booking, clock)}
          {booking.status === "pending" ? `. ${stateOf(booking, viewerId).label}` : ""}
        </p>
        {hosts > 1 ? (
          <p className="hint">
            {`Its ${hosts} hosts meet together. It goes on with somebody in this place, or is off for everybody.`}
          </p>
        ) : null}
        {others.length > 0 ? <NotFree others={others} viewerId={viewerId} /> : null}
      </div>
      <Select
        label={`What happens to ${when}, ${booking.inviteeName}`}
        hideLabel
        name={`meeting-${booking.id}`}
        options={optionsFor(successors, { isOne, hosts, viewerId })}
      />
    </li>
  );
}

/** A few stand there at once, many on demand. */
function NotFree({ others, viewerId }: { others: Heir[]; viewerId: string }) {
  const list = (
    <ul className="text-small text-muted">
      {others.map((other) => (
        <li key={other.userId}>
          <bdi>{nameOf(other, viewerId)}</bdi>: {keptBy(other.reasons)}
        </li>
      ))}
    </ul>
  );
  if (others.length <= 3)
    return (
      <div className="mt-1 text-small">
        <p>Not free then</p>
        {list}
      </div>
    );
  return (
    <details className="mt-1">
      <summary className="inline-block cursor-pointer py-1 text-small text-sea underline">
        {`${others.length} people are not free then`}
      </summary>
      {list}
    </details>
  );
}

type About = { isOne: boolean; hosts: number; viewerId: string };

function optionsFor(successors: Heir[], { isOne, hosts, viewerId }: About): Option[] {
  const free = successors.filter(isFree);
  return [
    { value: "", label: isOne ? "Choose" : "As for all" },
    ...free.map((heir) => ({ value: heir.userId, label: nameOf(heir, viewerId), group: "Hand over to" })),
    { value: "cancel", label: hosts > 1 ? `Cancel it for its ${hosts} hosts` : "Cancel it" },
  ];
}

/** Whoever could take any of them, with how many. */
function optionsForAll(meetings: LeftMeeting[], viewerId: string): Option[] {
  const heirs = new Map<string, { heir: Heir; free: number }>();
  for (const heir of meetings.flatMap(({ successors }) => successors)) {
    if (!isFree(heir)) continue;
    heirs.set(heir.userId, { heir, free: (heirs.get(heir.userId)?.free ?? 0) + 1 });
  }
  const byFree = [...heirs.values()].sort((a, b) => b.free - a.free || a.heir.name.localeCompare(b.heir.name));
  return [
    { value: "", label: "Choose for each below" },
    ...byFree.map(({ heir, free }) => ({
      value: heir.userId,
      label: `${nameOf(heir, viewerId)}, free for ${free} of ${meetings.length}`,
      group: "Hand over to",
    })),
    { value: "cancel", label: "Cancel them all" },
  ];
}

function isFree({ reasons }: Heir) {
  return reasons.length === 0;
}

function nameOf({ userId, name }: Heir, viewerId: string) {
  return userId === viewerId ? "You" : name;
}
