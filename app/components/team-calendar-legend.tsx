import { allFree, type TeamCalendarPage } from "./team-calendar-words";

/** What the looks of the picture mean. */
export function TeamCalendarLegend({ page: { members, total } }: { page: TeamCalendarPage }) {
  const hasBuffers = members.some(({ buffers }) => buffers.length > 0);
  return (
    <ul aria-hidden="true" className="mb-3 flex flex-wrap gap-x-6 gap-y-1">
      <Item look="lane">free</Item>
      <Item look="hatch border border-edge bg-well">busy in a calendar</Item>
      <Item look="bk rounded-[2px]">booked</Item>
      <Item look="bk-wait rounded-[2px] border-2">waiting</Item>
      {hasBuffers ? <Item look="border border-dotted border-edge bg-well">buffer</Item> : null}
      <Item look="border border-rule bg-well">outside hours</Item>
      {total > 1 ? <Item look="border-2 border-x-[5px] border-ok bg-noon">{allFree(total).toLowerCase()}</Item> : null}
    </ul>
  );
}

function Item({ look, children }: { look: string; children: string }) {
  return (
    <li className="leg">
      <span className={`inline-block h-3.5 w-5 ${look}`} />
      {children}
    </li>
  );
}
