import { startCalendarViewer, type ViewedCalendar } from "./calendar-viewer";
import { startFakeGoogle, type FakeGoogle } from "./google";
import { startFakeMicrosoft, type FakeMicrosoft } from "./microsoft";

const hour = 3_600_000;
const email = "maya@acme-corp.example";
const people = [
  { name: "Mei Tanaka", email: "mei.tanaka@example.com" },
  { name: "Tove Halvorsen", email: "tove@example.org" },
];

type Where = { appUrl: string; viewerPort?: number };

/** Stand-ins of Google and Microsoft, at which the demo's owner has calendars with something in them, and a view into them. */
export async function startFurnishedProviders({ appUrl, viewerPort }: Where) {
  const clients = (provider: string) => [
    {
      id: "meridian-demo",
      secret: "of-no-use-elsewhere",
      redirectUris: [`${appUrl}/api/v1/booking/calendars/callback/${provider}`, `${appUrl}/auth/${provider}/callback`],
    },
  ];
  const google = await startFakeGoogle({ clients: clients("google") });
  const microsoft = await startFakeMicrosoft({ clients: clients("microsoft") });
  const viewer = await startCalendarViewer([...furnishGoogle(google), ...furnishMicrosoft(microsoft)], viewerPort);
  return {
    env: { ...google.env, ...microsoft.env },
    viewerUrl: viewer.url,
    stop: () => Promise.all([viewer.stop(), google.stop(), microsoft.stop()]),
  };
}

function furnishGoogle(google: FakeGoogle): ViewedCalendar[] {
  const maya = google.addAccount({ email, name: "Maya Lindqvist", timeZone: "Europe/Oslo" });
  const zone = { timeZone: "Europe/Oslo" };
  const on = (days: number, from: string, to: string) => ({
    start: { dateTime: `${dateIn(days)}T${from}:00`, ...zone },
    end: { dateTime: `${dateIn(days)}T${to}:00`, ...zone },
  });
  const { primary } = maya;
  primary.addEvent({ summary: "Dentist", ...on(3, "10:00", "11:00") });
  primary.addEvent({ summary: "Stand-up", ...on(1, "09:30", "09:45"), recurrence: ["RRULE:FREQ=DAILY;COUNT=30"] });
  primary.addEvent({ summary: "Reading, shown as free", transparency: "transparent", ...on(4, "13:00", "15:00") });
  const family = maya.addCalendar({ summary: "Family", ...zone });
  family.addEvent({ summary: "School play", ...on(5, "14:00", "16:00") });
  family.addEvent({ summary: "Grandparents", start: { date: dateIn(8) }, end: { date: dateIn(10) } });
  people.forEach(maya.addContact);
  return [
    { title: `Google, ${email}`, handle: primary },
    { title: "Google, Family", handle: family },
  ].map(({ title, handle }) => ({
    title,
    list: () =>
      handle.events().map(({ id, summary, start, end, hangoutLink }) => ({
        id,
        title: summary ?? "",
        start: start?.dateTime ?? start?.date ?? "",
        end: end?.dateTime ?? end?.date ?? "",
        link: hangoutLink ?? null,
      })),
    move(id) {
      const { start, end } = handle.find(id)!;
      const later = (at: typeof start) => ({
        ...at,
        dateTime: new Date(Date.parse(at!.dateTime!) + hour).toISOString(),
      });
      if (start?.dateTime) handle.changeEvent(id, { start: later(start), end: later(end) });
    },
    remove: (id) => void handle.removeEvent(id),
  }));
}

function furnishMicrosoft(microsoft: FakeMicrosoft): ViewedCalendar[] {
  const maya = microsoft.addAccount({ email, name: "Maya Lindqvist", timeZone: "W. Europe Standard Time" });
  const on = (days: number, from: string, to: string) => ({
    start: { dateTime: `${dateIn(days)}T${from}:00`, timeZone: "W. Europe Standard Time" },
    end: { dateTime: `${dateIn(days)}T${to}:00`, timeZone: "W. Europe Standard Time" },
  });
  const { defaultCalendar } = maya;
  defaultCalendar.addEvent({ subject: "Board call", ...on(2, "15:00", "16:00") });
  defaultCalendar.addEvent({ subject: "On the road", showAs: "oof", ...on(9, "09:00", "17:00") });
  defaultCalendar.addEvent({ subject: "Perhaps lunch", showAs: "tentative", ...on(4, "12:00", "13:00") });
  const workshop = maya.addCalendar({ name: "Workshop" });
  people.forEach(maya.addContact);
  return [
    { title: `Microsoft, ${email}`, handle: defaultCalendar },
    { title: "Microsoft, Workshop", handle: workshop },
  ].map(({ title, handle }) => ({
    title,
    list: () =>
      handle.events().map(({ id, subject, start, end, onlineMeeting }) => ({
        id,
        title: subject ?? "",
        start: start?.dateTime ?? "",
        end: end?.dateTime ?? "",
        link: onlineMeeting?.joinUrl ?? null,
      })),
    move(id) {
      const { start, end } = handle.find(id)!;
      const later = (at: typeof start) => {
        const moved = new Date(Date.parse(`${at!.dateTime!.slice(0, 19)}Z`) + hour).toISOString();
        return { ...at, dateTime: moved.slice(0, 19) };
      };
      handle.changeEvent(id, { start: later(start), end: later(end) });
    },
    remove: (id) => void handle.removeEvent(id),
  }));
}

function dateIn(days: number) {
  return new Date(Date.now() + days * 24 * hour).toISOString().slice(0, 10);
}
