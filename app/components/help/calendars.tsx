import { paths } from "~/paths";
import { GoogleConsole, MicrosoftConsole } from "../calendar-consoles";
import { Code, Name, Note, Points } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

export const calendars: Topic = {
  slug: "calendars",
  title: "Calendars",
  sentence: "What you do elsewhere blocks your times, and bookings are written to the calendar that you choose.",
  sections: [
    {
      id: "connect",
      title: "Connect your calendar",
      also: "google outlook office 365 microsoft sync integration caldav icloud apple",
      body: (
        <>
          <p className="max-w-form">
            Open <a href={paths.calendars()}>Calendars</a>, press <Name>Connect Google</Name> or{" "}
            <Name>Connect Microsoft</Name>, leave every box ticked there, and choose which calendars block your times
            and which one takes new bookings. Several accounts are fine. Other providers can’t be connected in this
            version.
          </p>
          <Picture
            name="calendars"
            alt="A connected calendar: when it was read last, how many stretches it blocks, and what it is used for."
          />
          <Note>
            Do the buttons say “Set up”? Then whoever runs this instance has to register it first, once for everybody.
            The next two parts say how.
          </Note>
        </>
      ),
    },
    {
      id: "google",
      title: "Register with Google",
      also: "console cloud oauth client id secret credentials consent screen scopes redirect",
      body: (
        <>
          <ThisInstance />
          <GoogleConsole addresses={<Addresses of="google" />} />
        </>
      ),
    },
    {
      id: "microsoft",
      title: "Register with Microsoft",
      also: "azure entra app registration outlook teams client secret permissions tenant redirect",
      body: (
        <>
          <ThisInstance />
          <MicrosoftConsole addresses={<Addresses of="microsoft" />} />
        </>
      ),
    },
    {
      id: "blocks",
      title: "Which events block a time",
      also: "busy free all-day tentative maybe declined conflict check birthday",
      body: (
        <Points>
          <li>Every event that is shown as busy or out of office, also all day and recurring ones.</li>
          <li>
            Not: cancelled events, those that you declined, those shown as free, birthdays, and where you work from.
          </li>
          <li>
            Those that you answered with “maybe” block too, unless you say otherwise in the calendar’s{" "}
            <Name>Settings</Name>.
          </li>
          <li>
            Nothing of a calendar whose box <Name>Its events block my times</Name> is empty.
          </li>
          <li>
            <Name>What it blocks</Name>, at each calendar, lists every stretch.
          </li>
        </Points>
      ),
    },
    {
      id: "fresh",
      title: "How fresh it is",
      also: "sync delay polling push webhook stale cache resync refresh slow",
      body: (
        <p className="max-w-form">
          Each calendar says when it was read last. On a public <Code>https</Code> address the providers tell us of
          changes at once; elsewhere we ask about every five minutes. <Name>Sync now</Name> asks right away. In the
          settings you say after how many minutes without reading you want a warning, and whether nothing is to be
          offered then.
        </p>
      ),
    },
    {
      id: "broken",
      title: "“Needs a new sign-in”",
      also: "reconnect token expired revoked invalid_grant password changed disconnected broken",
      body: (
        <>
          <p className="max-w-form">
            The provider no longer accepts our sign-in: the consent was taken back, an administrator changed a rule, or
            the app at Google is still in “Testing”. You get a mail and a notice on Today. Press <Name>Reconnect</Name>{" "}
            and say yes again, as the same account.
          </p>
          <p className="max-w-form">
            What the calendar blocked when it was last read still holds; events added since don’t. Bookings wait, and
            are written as soon as you reconnect.
          </p>
        </>
      ),
    },
    {
      id: "moved-there",
      title: "You moved or deleted a meeting in your calendar",
      also: "delete event google calendar booking still live changed outside",
      body: (
        <p className="max-w-form">
          The booking’s page says so, and nobody was told yet. There you decide: move or cancel the meeting for
          everybody, or <Name>Put the event back</Name>. A booking is never deleted because of a calendar.
        </p>
      ),
    },
    {
      id: "contacts",
      title: "Suggested people and kept contacts",
      also: "address book contacts people api suggestions",
      body: (
        <p className="max-w-form">
          Where you name somebody, people from your contacts and earlier bookings are suggested from three characters
          on. New invitees are kept among your contacts only if you tick that at the account, under{" "}
          <a href={paths.calendars()}>Calendars</a>.
        </p>
      ),
    },
  ],
};

function ThisInstance() {
  return (
    <p className="max-w-form">
      For whoever runs this instance. <a href={paths.calendarSetup()}>The page “Register with Google and Microsoft”</a>{" "}
      has the same steps with this instance’s own addresses, ready to copy.
    </p>
  );
}

function Addresses({ of }: { of: "google" | "microsoft" }) {
  return (
    <ul className="mt-2 list-disc space-y-1 ps-6">
      {[paths.calendarCallback(of), paths.providerCallback(of)].map((path) => (
        <li key={path}>
          <Code>{`https://meet.example.com${path}`}</Code>
        </li>
      ))}
    </ul>
  );
}
