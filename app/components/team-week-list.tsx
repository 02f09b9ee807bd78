import { DAY_MS } from "~/domain/availability/calendar-days";
import { onDay, type Stretch } from "~/domain/availability/team-calendar";
import { formatDayLong } from "~/domain/time";
import { paths } from "~/paths";
import { Section, Sheet } from "./page";
import { Cell, Row, Table } from "./table";
import { bookingWords, partWords, type ShownDay, type ShownMember, type TeamCalendarPage } from "./team-calendar-words";

/** The whole week in words, a table for each day. */
export function TeamWeekList({ page }: { page: TeamCalendarPage }) {
  const { days, members, clock } = page;
  return (
    <Sheet>
      {days.map((day) => {
        const name = formatDayLong(day.day * DAY_MS, "UTC", clock.locale, clock.now);
        return (
          <Section key={day.day} title={day.isToday ? `${name}, today` : name}>
            <Table caption={`Who is free on ${name}`} columns={columns}>
              {members.map((member) => (
                <Row key={member.userId}>
                  <Cell heading>
                    <bdi className="font-semibold">{member.name}</bdi>
                  </Cell>
                  <Cell label="Free" className={timesCell}>
                    <FreeTimes member={member} day={day} page={page} />
                  </Cell>
                  <Cell label="Taken" className={timesCell}>
                    <TakenTimes member={member} day={day} page={page} />
                  </Cell>
                </Row>
              ))}
            </Table>
          </Section>
        );
      })}
    </Sheet>
  );
}

/** On phones the times stand in a column of their own, beside what they are. */
const timesCell = "max-sm:!grid max-sm:grid-cols-[4rem_minmax(0,1fr)] max-sm:items-baseline";

const columns = [{ label: "Person", className: "w-1/4" }, { label: "Free", className: "w-1/3" }, { label: "Taken" }];

type CellProps = { member: ShownMember; day: ShownDay; page: TeamCalendarPage };

function FreeTimes({ member, day, page }: CellProps) {
  const free = onDay(member.free, day);
  if (free.length > 0) {
    return (
      <ul>
        {free.map((part) => {
          const words = partWords(part, day, page.clock);
          return (
            <li key={part.start}>
              {part.href ? (
                <a href={part.href} className="inline-block py-0.5">
                  {words}
                  <span className="sr-only">, book {member.name}</span>
                </a>
              ) : (
                <span className="inline-block py-0.5">{words}</span>
              )}
            </li>
          );
        })}
      </ul>
    );
  }
  return <span className="text-muted">{onDay(member.open, day).length > 0 ? "not free" : "no hours"}</span>;
}

type Taken = Stretch & { words: string; href?: string };

function TakenTimes({ member, day, page }: CellProps) {
  const meetings = page.bookings.filter(({ userIds }) => userIds.includes(member.userId));
  const taken: Taken[] = [
    ...member.busy.map((part) => ({ ...part, words: "busy" })),
    ...member.buffers.map((part) => ({ ...part, words: "buffer" })),
    ...meetings.map((part) => ({
      ...part,
      words: bookingWords(part),
      href: part.seen ? paths.booking(part.seen.id) : undefined,
    })),
  ];
  const parts = onDay(taken, day).sort((a, b) => a.start - b.start);
  if (parts.length === 0) return <span className="text-muted">nothing</span>;
  return (
    <ul>
      {parts.map(({ words, href, ...part }, index) => (
        <li key={index} className="py-0.5">
          <span className="whitespace-nowrap">{partWords(part, day, page.clock)}</span>{" "}
          {href ? (
            <a href={href}>
              <bdi>{words}</bdi>
            </a>
          ) : (
            words
          )}
        </li>
      ))}
    </ul>
  );
}
