import type { calendar_v3 } from "@googleapis/calendar";
import { createHash } from "node:crypto";
import type { WantedEvent } from "./calendar-provider";

/** Private properties of an event, which only this registration of ours sees. */
export const bookingMark = "meridianBooking";
const guestsMark = "meridianGuests";

/** As many of a guest list's marks as Google keeps in one property. */
const markLength = 6;
const mostMarks = Math.floor(1024 / markLength);

const longestTitle = 1000;
const longestDescription = 8000;

type Known = Pick<calendar_v3.Schema$Event, "attendees" | "conferenceData" | "extendedProperties">;
/** Null takes the conference away. */
type Body = Omit<calendar_v3.Schema$Event, "conferenceData"> & {
  conferenceData?: calendar_v3.Schema$ConferenceData | null;
};

/** What Google is to have. `known`: what it has, of which stays what is not ours. */
export function bodyOf(event: WantedEvent, known: Known = {}): Body {
  return {
    summary: short(event.title, longestTitle),
    description: short(asText(event.description), longestDescription),
    location: event.location,
    start: { dateTime: new Date(event.start).toISOString(), timeZone: event.timezone },
    end: { dateTime: new Date(event.end).toISOString(), timeZone: event.timezone },
    status: event.isTentative ? "tentative" : "confirmed",
    source: { title: "Meridian", url: event.url },
    extendedProperties: {
      private: {
        [bookingMark]: event.bookingId,
        [guestsMark]: event.attendees.slice(0, mostMarks).map(markOf).join(""),
      },
    },
    attendees: attendeesOf(event, known),
    ...conferenceOf(event, known),
  };
}

/** Who stays keeps their answer, and so does whom the host has asked to come, or a room. */
function attendeesOf({ attendees }: WantedEvent, known: Known): calendar_v3.Schema$EventAttendee[] {
  const there = (known.attendees ?? []).filter(({ email }) => email);
  const wanted = new Map(attendees.map((person) => [person.email.toLowerCase(), person]));
  const ours = marksOf(known);
  const others = there.filter((each) => !wanted.has(addressOf(each)) && !ours.has(markOf({ email: addressOf(each) })));
  const kept = new Map(there.map((each) => [addressOf(each), each]));
  const invited = [...wanted].map(
    ([address, { email, name }]) =>
      kept.get(address) ?? { email, displayName: name || undefined, responseStatus: "needsAction" },
  );
  return [...invited, ...others];
}

function conferenceOf(event: WantedEvent, { conferenceData }: Known): Pick<Body, "conferenceData"> {
  const asked = conferenceData?.createRequest;
  if (event.conference !== "google_meet") {
    return asked?.requestId?.startsWith(requestPrefix) ? { conferenceData: null } : {};
  }
  if (conferenceData && asked?.status?.statusCode !== "failure") return {};
  // Google passes over a request that it has seen, so the next one follows from the one that failed.
  const requestId = digest(`${event.bookingId}/${event.generation}/${asked?.requestId ?? ""}`).slice(0, 32);
  return {
    conferenceData: {
      createRequest: { requestId: requestPrefix + requestId, conferenceSolutionKey: { type: "hangoutsMeet" } },
    },
  };
}

const requestPrefix = "meridian-";

function marksOf({ extendedProperties }: Known) {
  return new Set(extendedProperties?.private?.[guestsMark]?.match(/.{6}/g));
}

function markOf({ email }: { email: string }) {
  return createHash("sha256").update(email.toLowerCase()).digest("base64url").slice(0, markLength);
}

function addressOf({ email }: calendar_v3.Schema$EventAttendee) {
  return (email ?? "").toLowerCase();
}

/** Google shows descriptions as HTML: a bracketed address would vanish, and an invitee's words could become a link. */
function asText(description: string) {
  if (!/<[a-z/!?]/i.test(description)) return description;
  return description.replaceAll("<", "‹").replaceAll(">", "›");
}

function short(text: string, longest: number) {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function digest(text: string) {
  return createHash("sha256").update(text).digest("hex");
}
