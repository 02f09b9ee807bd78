import { route, type Row } from "./row";
import type { World } from "./world";

const calendar = async (world: World) => ({ id: (await world.calendar()).id });

/** The pages of one's own calendars. */
export const calendarPages: Row[] = [
  route("booking.calendars._index", [["GET", "page of any member", 200]]),
  route("booking.calendars.setup", [["GET", "page of any member", 200]]),
  route(
    "booking.calendars.connect.$provider",
    [
      ["GET", "page of any member", 302],
      ["POST", "page of any member", 303],
    ],
    { at: () => ({ provider: "google" }) },
  ),
  route(
    "booking.calendars.callback",
    [
      ["GET", "page about what is the owner's alone", 200],
      ["POST", "page about what is the owner's alone", 409],
    ],
    { query: async (world) => ({ account: (await world.account()).id }) },
  ),
  route(
    "booking.calendars.$id._index",
    [
      ["GET", "page about what is the owner's alone", 200],
      ["POST", "page about what is the owner's alone", 303],
    ],
    { at: calendar },
  ),
  route(
    "booking.calendars.$id.sync",
    [
      ["GET", "page about what is the owner's alone", 302],
      ["POST", "page about what is the owner's alone", 303],
    ],
    { at: calendar },
  ),
  route(
    "booking.calendars.$id.disconnect",
    [
      ["GET", "page about what is the owner's alone", 200],
      ["POST", "page about what is the owner's alone", 303],
    ],
    { at: calendar },
  ),
  route(
    "booking.calendars.accounts.$id.contacts",
    [
      ["GET", "page about what is the owner's alone", 200],
      ["POST", "page about what is the owner's alone", 303],
    ],
    { at: async (world) => ({ id: (await world.account()).id }) },
  ),
  route(
    "booking.calendars.accounts.$id.disconnect",
    [
      ["GET", "page about what is the owner's alone", 200],
      ["POST", "page about what is the owner's alone", 303],
    ],
    { at: async (world) => ({ id: (await world.account()).id }) },
  ),
].flat();
