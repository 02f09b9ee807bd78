import { Code, Points } from "./parts";
import type { HelpSection } from "./topic";

/** Of those who write programs against the JSON API. */
export const programTroubles: HelpSection[] = [
  {
    id: "method-not-allowed",
    title: "“Method Not Allowed” when connecting a calendar",
    also: "405 allow get post calendars connect provider api auth_url code",
    body: (
      <>
        <p className="max-w-form">
          The answer is a 405 and names what the address takes. For{" "}
          <Code>/api/v1/workspaces/your-workspace/booking/calendars/connect/google</Code>:
        </p>
        <Points>
          <li>
            <Code>GET</Code> gives <Code>auth_url</Code> and <Code>state</Code>: send your user to the first.
          </li>
          <li>
            <Code>POST</Code> takes <Code>code</Code> and <Code>state</Code> from the address they come back to.
          </li>
        </Points>
      </>
    ),
  },
  {
    id: "unauthorized",
    title: "“Unauthorized to view this booking”",
    also: "401 403 404 token bearer nothing here not yours to see access",
    body: (
      <Points>
        <li>
          401, “Send an access token”: call <Code>POST /api/v1/auth/login</Code> and send{" "}
          <Code>Authorization: Bearer …</Code>. A token lasts a day.
        </li>
        <li>
          404, “There is nothing here, or it is not yours to see.” Members see the bookings that they host, owners and
          admins all of the workspace. On the pages it says “There is no such booking”.
        </li>
        <li>403: your role in the workspace does not allow it, and the answer says so.</li>
      </Points>
    ),
  },
  {
    id: "invalid-client",
    title: "“Invalid client” or “Invalid coach”",
    also: "coach client user id wrong role inactive member host not one of the hosts takes no meetings",
    body: (
      <Points>
        <li>
          “… is not one of the hosts.” An id in <Code>members</Code> hosts neither the event type nor the team.
        </li>
        <li>“… takes no meetings at present.” That person was deactivated, or has no hours.</li>
        <li>Both are a 400. Ids are those of users, and the event type’s own list has them.</li>
        <li>
          A <Code>coach_id</Code> is a <Code>user_id</Code> of <Code>GET /api/v1/coaches</Code>, and only clients book
          sessions. Hosts are booked by event types.
        </li>
      </Points>
    ),
  },
  {
    id: "slot-in-the-past",
    title: "A booking by the API is refused",
    also: "400 409 slot_unavailable alternatives start timezone offset future unknown field",
    body: (
      <Points>
        <li>
          409 with <Code>code: "slot_unavailable"</Code>: the time is not free. <Code>reason</Code> says by which rule,
          and <Code>alternatives</Code> has the nearest free times.
        </li>
        <li>
          400: <Code>errors</Code> names each wrong field. A start needs an offset or <Code>Z</Code>, and fields that
          nobody knows are refused too.
        </li>
      </Points>
    ),
  },
];
