import { offerOf, type OfferKey } from "./event-types";
import { people, type PersonKey } from "./people";
import { reviewAnswers } from "./templates";
import { isWorkday, wallToInstant, workday } from "./wall-clock";

type Invitee = { name: string; email: string; timezone: string; locale?: string };

type Story = {
  offer: OfferKey;
  host: PersonKey;
  invitee: Invitee;
  /** Working days from today, and the wall clock of the host; of several times the first that is still an hour away. */
  day: number;
  at: string | string[];
  minutes?: number;
  status: "pending" | "confirmed" | "cancelled" | "completed";
  notes?: string;
  /** To the questions of its event type. */
  answers?: Record<string, string | number>;
  guest?: { name: string; email: string };
  cancelled?: { by: "invitee" | "host"; reason: string };
  /** Of all hands, who has said yes so far. */
  accepted?: PersonKey[];
  /** Where it was first booked, when it has been moved. */
  movedFrom?: { day: number; at: string };
};

export type Planned = Story & { start: number; end: number; firstStart: number; bookedAt: number };

const minute = 60_000;
const hour = 60 * minute;

const stories: Story[] = [
  {
    offer: "intro",
    host: "maya",
    invitee: { name: "陳怡君", email: "yichun.chen@example.com", timezone: "Asia/Taipei" },
    day: -9,
    at: "10:00",
    status: "completed",
    notes: "A children's hospital with four wings. The wings have the same colour.",
  },
  {
    offer: "visit",
    host: "daniel",
    invitee: { name: "Íñigo Echeverría", email: "inigo@example.org", timezone: "Europe/Madrid" },
    day: -6,
    at: "13:00",
    status: "completed",
    notes: "We are three people, one uses a wheelchair.",
    guest: { name: "Nerea Zabala", email: "nerea@example.org" },
  },
  {
    offer: "advice",
    host: "anjali",
    invitee: { name: "Thandiwe Mokoena", email: "thandiwe.mokoena@example.net", timezone: "Africa/Johannesburg" },
    day: -4,
    at: "14:00",
    status: "completed",
  },
  {
    offer: "review",
    host: "maya",
    invitee: {
      name: "Lukas Brandstätter",
      email: "l.brandstaetter@example.com",
      timezone: "Europe/Vienna",
      locale: "de",
    },
    day: -2,
    at: "11:00",
    status: "completed",
    notes: "Bahnhof, Ebene 2. Die Pläne sind in der Mail vom Montag.",
  },
  {
    offer: "advice",
    host: "daniel",
    invitee: { name: "Emma Castellanos", email: "emma.castellanos@example.com", timezone: "America/Bogota" },
    day: -3,
    at: "09:30",
    status: "cancelled",
    cancelled: { by: "host", reason: "I have lost my voice. Take any other time this week." },
  },
  {
    offer: "intro",
    host: "maya",
    invitee: { name: "Wanjirũ Kamau", email: "wanjiru.kamau@example.org", timezone: "Africa/Nairobi" },
    day: 0,
    at: ["10:00", "11:30", "13:00", "14:30"],
    status: "confirmed",
    notes: "A university library, opened in spring. Visitors ask at the desk forty times a day.",
  },
  {
    offer: "intro",
    host: "maya",
    invitee: { name: "Σοφία Παπαδοπούλου", email: "sofia.papadopoulou@example.com", timezone: "Europe/Athens" },
    day: 1,
    at: "10:00",
    minutes: 60,
    status: "confirmed",
    notes: "Ferry terminal, two languages, one of them not in Latin letters.",
  },
  {
    offer: "review",
    host: "maya",
    invitee: { name: "محمد الحسيني", email: "m.alhusseini@example.net", timezone: "Asia/Amman" },
    day: 2,
    at: "13:00",
    status: "pending",
    notes: "Right to left and left to right on one sign. Drawings follow tonight.",
  },
  {
    offer: "review",
    host: "maya",
    invitee: { name: "佐藤 美咲", email: "misaki.sato@example.com", timezone: "Asia/Tokyo" },
    day: 3,
    at: "09:30",
    movedFrom: { day: 2, at: "10:00" },
    status: "confirmed",
    answers: reviewAnswers,
  },
  {
    offer: "intro",
    host: "maya",
    invitee: { name: "Oisín Ó Dálaigh", email: "oisin@example.org", timezone: "Europe/Dublin" },
    day: 2,
    at: "09:30",
    status: "cancelled",
    cancelled: { by: "invitee", reason: "Our budget round moved to spring. We come back to you." },
  },
  {
    offer: "visit",
    host: "daniel",
    invitee: { name: "Grace Whitehorse", email: "grace.whitehorse@example.com", timezone: "America/Denver" },
    day: 2,
    at: "13:30",
    status: "confirmed",
    notes: "I arrive by train from Naperville, so a few minutes late is possible.",
  },
  {
    offer: "advice",
    host: "daniel",
    invitee: { name: "João Figueiredo", email: "joao.figueiredo@example.net", timezone: "America/Sao_Paulo" },
    day: 1,
    at: "10:00",
    status: "confirmed",
  },
  {
    offer: "urgent",
    host: "anjali",
    invitee: { name: "நளினி சுந்தரம்", email: "nalini@example.org", timezone: "Asia/Kolkata" },
    day: 1,
    at: "15:00",
    status: "confirmed",
    notes: "The arrow to the emergency room points at a wall. +91 44 5550 0119",
  },
  {
    offer: "kickoff",
    host: "maya",
    invitee: { name: "Ragnheiður Björnsdóttir", email: "ragnheidur@example.org", timezone: "Atlantic/Reykjavik" },
    day: 4,
    at: "15:30",
    status: "pending",
    accepted: ["maya"],
    notes: "A swimming hall with four pools. Half of our guests come without their glasses.",
  },
];

/** Every booking of the demo with its instants. The one for today is left out when today is nearly over, or no working day. */
export function planBookings(now: number): Planned[] {
  return stories.flatMap((story, index) => {
    const { timezone } = people[story.host];
    const date = workday(timezone, now, story.day);
    const starts = [story.at].flat().map((time) => wallToInstant(timezone, date, time));
    const start = story.day === 0 ? starts.find((each) => each >= now + hour) : starts[0];
    if (start === undefined || !isWorkday(date)) return [];
    const moved = story.movedFrom;
    const firstStart = moved ? wallToInstant(timezone, workday(timezone, now, moved.day), moved.at) : start;
    const end = start + (story.minutes ?? offerOf(story.offer).durationMinutes) * minute;
    const bookedAt = Math.min(start, now) - (52 + (index % 12) * 13) * hour;
    return [{ ...story, start, end, firstStart, bookedAt }];
  });
}

/** Of all hands everybody, else the one who holds it. */
export function hostsOf({ offer, host, accepted }: Planned): PersonKey[] {
  return accepted ? offerOf(offer).hosts.map(({ who }) => who) : [host];
}
