import { paths } from "~/paths";
import { Code, Lines, Points } from "./parts";
import type { Topic } from "./topic";

const subscribe = `curl -X POST https://meet.example.com/v2/webhooks \\
  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -d '{"subscriber_url": "https://example.com/hook",
       "event_triggers": ["BOOKING_CREATED", "BOOKING_CANCELLED"]}'`;

const verify = `import { createHmac, timingSafeEqual } from "node:crypto";

export function isOurs(body, header, secret) {
  const expected = createHmac("sha256", secret).update(body).digest("hex");
  return header.length === expected.length && timingSafeEqual(Buffer.from(header), Buffer.from(expected));
}`;

export const webhooks: Topic = {
  slug: "webhooks",
  title: "Webhooks",
  sentence: "Telling other programs of bookings.",
  sections: [
    {
      id: "subscribe",
      title: "Tell a program what happens to bookings",
      also: "webhook webhooks subscriber subscription zapier n8n make integration automation crm trigger event",
      body: (
        <>
          <p className="max-w-form">
            Webhooks are made by the API, with <a href={paths.helpTopic("api", "keys")}>a key that may write</a>. Owners
            and admins hear of every booking of the workspace, members of those that they host. The answer holds the
            secret that what is sent is signed with. <Code>POST /v2/webhooks/1/ping</Code> sends a test.
          </p>
          <Lines label="Subscribe by curl">{subscribe}</Lines>
        </>
      ),
    },
    {
      id: "events",
      title: "What is told",
      also: "booking_created booking_requested booking_cancelled booking_rescheduled booking_rejected meeting_ended payload body cal.com names",
      body: (
        <>
          <p className="max-w-form">
            Names and bodies are Cal.com’s, so a receiver that was written for it goes on working.
          </p>
          <Points>
            <li>
              <Code>BOOKING_REQUESTED</Code>: somebody waits for a yes. <Code>BOOKING_REJECTED</Code>: they got a no.
            </li>
            <li>
              <Code>BOOKING_CREATED</Code>: it is a meeting, at once or after a yes.
            </li>
            <li>
              <Code>BOOKING_RESCHEDULED</Code>, <Code>BOOKING_CANCELLED</Code>, <Code>BOOKING_NO_SHOW_UPDATED</Code>,{" "}
              <Code>MEETING_ENDED</Code>.
            </li>
          </Points>
        </>
      ),
    },
    {
      id: "verify",
      title: "Make sure that it comes from here",
      also: "hmac sha256 signature secret verify x-cal-signature-256 webhook-signature standard webhooks rotate",
      body: (
        <>
          <p className="max-w-form">
            <Code>x-cal-signature-256</Code> is the HMAC of the very body that arrived, before it is parsed. The headers
            of Standard Webhooks stand beside it, for whoever has a library for them. After a new secret theirs know the
            one before as well, for a day.
          </p>
          <Lines label="Check the signature in Node">{verify}</Lines>
        </>
      ),
    },
    {
      id: "again",
      title: "When your program does not answer",
      also: "retry retries failed delivery redeliver back-off switched off 410 timeout log catch up missed events",
      body: (
        <Points>
          <li>
            Anything but a 2xx within 15 seconds is tried again, ten times in about three days. The same{" "}
            <Code>webhook-id</Code> means the same event.
          </li>
          <li>
            After an hour of nothing but failures its owner gets a mail, after five days it is switched off. A 410
            switches it off at once.
          </li>
          <li>
            <Code>GET /v2/webhooks/1/deliveries</Code> shows every try of the last 30 days with its answer;{" "}
            <Code>…/redeliver</Code> sends one again. <Code>GET /v2/events?after=0</Code> reads what happened without
            any webhook having arrived.
          </li>
          <li>
            Addresses in private networks are refused, unless whoever runs this server allows them with{" "}
            <Code>ALLOW_PRIVATE_WEBHOOKS</Code>.
          </li>
        </Points>
      ),
    },
  ],
};
