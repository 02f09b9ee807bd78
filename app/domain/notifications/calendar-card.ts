import ICAL from "ical.js";

export type CardPerson = { name: string; email: string; answer: string | null };

/** A calendar file as a mail program shows it. Instants are epoch milliseconds. */
export type CalendarCard = {
  method: string;
  uid: string;
  sequence: number;
  stamp: number;
  title: string;
  start: number;
  end: number;
  location: string;
  description: string;
  status: string;
  organizer: CardPerson | null;
  attendees: CardPerson[];
};

/** Null where there is no entry to show. Read by a library that knows nothing of how we write these files. */
export function readCalendarCard(file: string): CalendarCard | null {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) return null;
  const event = new ICAL.Event(component);
  const stamp = component.getFirstPropertyValue("dtstamp");
  const organizer = component.getFirstProperty("organizer");
  return {
    method: textOf(calendar, "method"),
    uid: event.uid,
    sequence: Number(event.sequence ?? 0),
    stamp: stamp instanceof ICAL.Time ? stamp.toJSDate().getTime() : NaN,
    title: event.summary ?? "",
    start: event.startDate.toJSDate().getTime(),
    end: event.endDate.toJSDate().getTime(),
    location: event.location ?? "",
    description: event.description ?? "",
    status: textOf(component, "status"),
    organizer: organizer ? personOf(organizer) : null,
    attendees: event.attendees.map(personOf),
  };
}

function textOf(component: InstanceType<typeof ICAL.Component>, name: string) {
  const value = component.getFirstPropertyValue(name);
  return typeof value === "string" ? value : "";
}

function personOf(property: InstanceType<typeof ICAL.Property>): CardPerson {
  const email = String(property.getFirstValue()).replace(/^mailto:/i, "");
  const parameter = (name: string) => property.getFirstParameter(name) as string | undefined;
  return { name: parameter("cn") ?? email, email, answer: parameter("partstat") ?? null };
}
