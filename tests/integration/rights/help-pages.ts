import { route, type Row } from "./row";

/** The guide, which is everybody's. */
export const helpPages: Row[] = [
  route("help._index", [["GET", "page for everybody", 200]]),
  route("help.$topic", [["GET", "page for everybody", 200]], { at: () => ({ topic: "calendars" }) }),
].flat();
