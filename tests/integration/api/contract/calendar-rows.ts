import { callAddress } from "../../../support/api-routes";
import { unique } from "../../../support/unique";
import type { World } from "../../rights/world";
import { google } from "./providers";
import { at, type ContractRow } from "./row";

const ws = ({ workspace }: World) => workspace.slug;
const calendar = async (world: World) => (await world.calendar()).id;
const provider = () => "google";

/** What the provider's redirect brings to a program that began at this address. */
async function answer(world: World, begin: string) {
  // Only now: it loads a route, and the test loads them one by one.
  const { consentAt } = await import("../../../support/connecting");
  const { token } = (await world.credentials("owner"))!;
  const begun = await callAddress("GET", begin, { token });
  const { auth_url, state } = begun!.body as { auth_url: string; state: string };
  const { email } = google.addAccount({ email: `${unique()}@example.com` });
  const back = await consentAt(google, auth_url, { email });
  return { code: back.searchParams.get("code"), state };
}

const done = { redirect_uri: "http://localhost:3000/done" };
const scopes = ["calendar.events", "calendar.calendarlist.readonly"];

const own = "/api/v1/workspaces/{ws}/booking/calendars";

export const calendarRows: ContractRow[] = [
  ...at(`${own}/{id}`, { ws, id: calendar }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ check_conflicts: true, stale_after_minutes: 60 }) }],
    ["DELETE", 204],
  ]),
  ...at(own, { ws }, [["GET", 200]]),
  ...at(`${own}/{id}/sync`, { ws, id: calendar }, [["POST", 202]]),
  ...at(`${own}/connect/{provider}`, { ws, provider }, [
    ["GET", 200],
    [
      "POST",
      201,
      { body: (world) => answer(world, `/api/v1/workspaces/${world.workspace.slug}/booking/calendars/connect/google`) },
    ],
  ]),
  ...at("/api/v1/booking/calendars/callback/{provider}", { provider }, [["GET", 303, { as: "nobody" }]]),
  ...at("/api/v1/calendar/{provider}/auth-url", { provider }, [["GET", 200, { query: () => done }]]),
  ...at("/api/v1/calendar/{provider}/exchange-token", { provider }, [
    ["POST", 200, { body: (world) => answer(world, `/api/v1/calendar/google/auth-url?${new URLSearchParams(done)}`) }],
  ]),
  ...at("/api/v1/calendar/sync-booking", {}, [
    [
      "POST",
      200,
      {
        body: async (world) => {
          const { email } = google.addAccount({ email: `${unique()}@example.com` });
          return {
            booking_id: (await world.booking()).id,
            calendar_type: "google",
            timezone: "Europe/Oslo",
            access_token: google.grant({ email, scopes }).accessToken,
          };
        },
      },
    ],
  ]),
];
