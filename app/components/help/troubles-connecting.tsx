import { paths } from "~/paths";
import { Code, Lines, Name, Points, Steps } from "./parts";
import type { HelpSection } from "./topic";

const redirects = (provider: string) =>
  ["http://localhost:3000", "https://meet.example.com"].map((at) => at + paths.calendarCallback(provider)).join("\n");

/** Of calendars, and whoever registers an instance for them. */
export const connectingTroubles: HelpSection[] = [
  {
    id: "redirect-uri-mismatch",
    title: "“redirect_uri_mismatch”",
    also: "AADSTS50011 redirect uri reply url does not match google error 400",
    body: (
      <>
        <p className="max-w-form">
          Google and Microsoft compare the address letter by letter with the ones registered there. Copy both from{" "}
          <a href={paths.calendarSetup()}>the setup page</a>: they begin with this instance’s <Code>APP_URL</Code>. For
          calendars they look like this:
        </p>
        <Lines label="Redirect addresses for Google">{redirects("google")}</Lines>
        <Lines label="Redirect addresses for Microsoft">{redirects("microsoft")}</Lines>
        <p className="max-w-form">
          The usual causes: <Code>http</Code> instead of <Code>https</Code>, a slash at the end, <Code>APP_URL</Code>{" "}
          not set behind a proxy.
        </p>
      </>
    ),
  },
  {
    id: "calendar-not-working",
    title: "Calendars cannot be connected at all",
    also: "calendar integration not working not registered not configured invalid_client secret expired set up",
    body: (
      <Points>
        <li>
          “This instance is not registered with … yet.” Whoever runs it{" "}
          <a href={paths.helpTopic("calendars", "google")}>registers it once</a>.
        </li>
        <li>
          “… does not accept this instance’s own registration.” The client id or secret is wrong, or Microsoft’s secret
          has ended: make a new one, set it, restart.
        </li>
        <li>“… did not let us …” A box was left empty at Google. Begin again, and leave every one ticked.</li>
        <li>“Your organisation decides at … which apps are let in.” An administrator there has to allow it.</li>
        <li>“That took longer than ten minutes”, “was used before”: begin again, and open one window only.</li>
      </Points>
    ),
  },
  {
    id: "calendar-not-syncing",
    title: "A calendar is not in sync",
    also: "calendar not syncing busy events do not block stale old celery worker not updating token expired",
    body: (
      <Steps>
        <li>
          Look at it under <a href={paths.calendars()}>Calendars</a>: <Name>Last good sync</Name> and{" "}
          <Name>Last error</Name> say what is wrong.
        </li>
        <li>
          “Needs a new sign-in”: <a href={paths.helpTopic("calendars", "broken")}>reconnect</a>. “Not kept in sync”:
          tick <Name>Keep in sync</Name>.
        </li>
        <li>
          Press <Name>Sync now</Name>. If nothing happens, the worker may not run: <Code>/readyz</Code> says how far it
          is behind. <Code>npm start</Code> runs it; with <Code>npm run web</Code> a <Code>npm run worker</Code> belongs
          beside it.
        </li>
        <li>
          <a href={paths.helpTopic("calendars", "blocks")}>Does the event block at all?</a> One shown as free does not.
        </li>
      </Steps>
    ),
  },
  {
    id: "every-week",
    title: "Google asks for a new sign-in every week",
    also: "seven days testing refresh token expired publish app",
    body: (
      <p className="max-w-form">
        The app at Google is in “Testing” with external users, and Google ends its connections after seven days. Publish
        it under “OAuth consent screen”, then reconnect once.
      </p>
    ),
  },
  {
    id: "no-video-link",
    title: "No Meet or Teams link is made",
    also: "google meet teams zoom video conference missing link",
    body: (
      <p className="max-w-form">
        The link comes from the host’s calendar: Meet from a Google one, Teams from a Microsoft one for work or school.
        Tick <Name>New bookings go here</Name> at a calendar of that kind. Without one the booking says that the host
        sends the link.
      </p>
    ),
  },
];
