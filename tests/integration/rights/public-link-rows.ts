import { createLink } from "../../support/links";
import { route, type Row } from "./row";
import type { World } from "./world";

const link = async (world: World) => ({ token: (await createLink(await world.eventType())).token });

/** What whoever has the address of a link may do. */
export const openByLink: Row[] = [
  ...["public.bookings.$token._index", "public.bookings.$token.ask"].map((file) =>
    route(
      file,
      [
        ["GET", "page for everybody", 200],
        ["POST", "page for everybody", 400],
      ],
      { at: link },
    ),
  ),
  route("api.v1.bookings.public.$token._index", [["GET", "call for everybody", 200]], { at: link }),
  route("api.v1.bookings.public.$token.availability", [["GET", "call for everybody", 200]], {
    at: link,
    query: () => ({ from: "2027-01-04", to: "2027-01-05", timezone: "UTC" }),
  }),
  route("api.v1.bookings.public.$token.book", [["POST", "call for everybody", 400]], { at: link }),
].flat();
