import { paths } from "~/paths";
import { Code, Name, Points } from "./parts";
import type { HelpSection } from "./topic";

/** Of hosts, and of those who book with them. */
export const hostTroubles: HelpSection[] = [
  {
    id: "slot-not-available",
    title: "“Time slot is not available”",
    also: "someone booked a moment before you slot_unavailable taken 409 conflict refused after choosing no_available_users_found",
    body: (
      <>
        <p className="max-w-form">
          Here it says which rule it is: “Someone booked 16:00 a moment before you.”, “… is too soon.”, “… falls on a
          day that is full”. Nothing was booked, what was typed is kept, and the nearest free times stand below it: one
          more press books one of them.
        </p>
        <p className="max-w-form">
          The page that lists times and the check at booking are one and the same. A time that was listed is only
          refused if it went in between. For a time that should be free ask{" "}
          <a href={paths.helpTopic("availability", "why")}>why it is not offered</a>.
        </p>
      </>
    ),
  },
  {
    id: "double-booking",
    title: "Can two people get the same time?",
    also: "double booking booked twice overlap race",
    body: (
      <p className="max-w-form">
        Not here: the database refuses overlapping time of one host, whoever writes it, and requests hold their time
        too. What can overlap is an event that is in your own calendar alone. Look whether that calendar is{" "}
        <a href={paths.helpTopic("calendars", "blocks")}>connected and blocks</a>, and when it was read last.
      </p>
    ),
  },
  {
    id: "wrong-hour",
    title: "Times are an hour off",
    also: "timezone daylight saving dst wrong time zone one hour different",
    body: (
      <p className="max-w-form">
        Look at the time zone of the <a href={paths.availability()}>schedule</a>, and at the one in{" "}
        <a href={paths.settings()}>your settings</a>: the first decides what is offered, the second how your own pages
        show it. Invitees see their own zone, and its name stands beside the times.
      </p>
    ),
  },
  {
    id: "team-not-showing",
    title: "The team has no free times",
    also: "team availability not showing members empty all hands",
    body: (
      <Points>
        <li>With all hands one busy or closed host is enough. The troubleshooter answers for each of them.</li>
        <li>
          Every host needs a schedule, and must be ticked among the event type’s hosts. At a team’s address its members
          count.
        </li>
        <li>
          Their calendars block only where <Name>Its events block my times</Name> is ticked.
        </li>
        <li>“Not everybody in this link can be booked”: somebody named in the address left, or takes no meetings.</li>
      </Points>
    ),
  },
  {
    id: "rsvp-invalid",
    title: "“This link has taken an answer already”",
    also: "rsvp token invalid expired response link leads nowhere used 410",
    body: (
      <p className="max-w-form">
        A host’s link takes one answer. To change it, write to whoever leads the meeting. “This meeting was moved” means
        that a newer mail has the link that counts. “This link leads nowhere”: the address was cut off, open it from the
        mail again, in full.
      </p>
    ),
  },
  {
    id: "no-mail",
    title: "No mail arrives",
    also: "confirmation email missing spam not received reminder smtp outbox",
    body: (
      <Points>
        <li>
          The booking’s page shows each mail and what came back. “Kept in the outbox” means that no{" "}
          <a href={paths.helpTopic("running", "mail")}>mail service is set</a>.
        </li>
        <li>“Sent” and not there: look in spam, and check the address.</li>
        <li>
          “Failed” or “came back”: see <a href={paths.helpTopic("running", "undelivered")}>mails that did not arrive</a>
          .
        </li>
      </Points>
    ),
  },
  {
    id: "twice-in-calendar",
    title: "A meeting stands twice in a calendar",
    also: "duplicate events ics invitation two entries",
    body: (
      <p className="max-w-form">
        The mail’s file and the event that we write carry the same mark, so calendars show one entry. If somebody adds
        the file by hand to another calendar of theirs, that makes a second one: delete it there.
      </p>
    ),
  },
  {
    id: "round-robin-uneven",
    title: "One host gets all the meetings",
    also: "round robin skewed unfair distribution weights",
    body: (
      <p className="max-w-form">
        Open <a href={paths.helpTopic("teams", "fairness")}>Fairness</a> at the team: it gives each pick its reason.
        Most often the others were not free, or the event type is collective, where priority decides.
      </p>
    ),
  },
  {
    id: "cannot-change",
    title: "The invitee cannot move or cancel",
    also: "reschedule cancel too late not allowed link meeting over",
    body: (
      <p className="max-w-form">
        “It is too late to reschedule here” and “This meeting cannot be cancelled here” come from{" "}
        <a href={paths.helpTopic("first-event-type", "settings")}>Changes by the invitee</a> at the event type. You can
        always do it for them.
      </p>
    ),
  },
  {
    id: "link-ended",
    title: "A link does not work any more",
    also: "expired used revoked 404 410 switched off link gone one-time again",
    body: (
      <Points>
        <li>A one-time link was booked, has ended, or was taken back: make a new one.</li>
        <li>
          A link that stays, or its event type, is switched off. “This meeting cannot be booked at the moment” says that
          of an event type.
        </li>
        <li>The end of an event type’s address was changed: links with the old one stop working.</li>
      </Points>
    ),
  },
  {
    id: "not-yours",
    title: "“This page is not yours to open”",
    also: "forbidden 403 role permission client admin access denied",
    body: (
      <p className="max-w-form">
        Your role in the workspace does not reach there: changing teams and members is for owners and admins, taking
        meetings for everybody but clients. An owner changes roles under <a href={paths.members()}>Members</a>. Which
        role you have stands in <Code>{paths.workspaces()}</Code>.
      </p>
    ),
  },
];
