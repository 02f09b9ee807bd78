import { paths } from "~/paths";
import { Code } from "./parts";
import type { Topic } from "./topic";

export const webhooks: Topic = {
  slug: "webhooks",
  title: "Webhooks",
  sentence: "Telling other programs of bookings.",
  sections: [
    {
      id: "not-yet",
      title: "Not in this version",
      also: "webhook subscriber zapier n8n make integration automation crm hmac api trigger",
      body: (
        <p className="max-w-form">
          This version has no webhooks yet. Until it has, other programs ask for bookings by the JSON API:{" "}
          <Code>POST /api/v1/auth/login</Code> gives an access token, and{" "}
          <Code>GET /api/v1/workspaces/your-workspace/booking/bookings</Code> lists the newest first, by status and
          dates if you wish. For a spreadsheet, <a href={paths.helpTopic("bookings", "export")}>export them as CSV</a>.
        </p>
      ),
    },
  ],
};
