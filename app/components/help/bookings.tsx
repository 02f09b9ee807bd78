import { paths } from "~/paths";
import { Name, Note, Points, Steps } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

export const bookings: Topic = {
  slug: "bookings",
  title: "Bookings",
  sentence: "Answer, move, hand over, cancel, and take the list along.",
  sections: [
    {
      id: "page",
      title: "Everything about one booking",
      also: "details history timeline mail sent notes",
      body: (
        <>
          <p className="max-w-form">
            Open one under <a href={paths.bookings()}>Bookings</a>. Its page has the moment in everybody’s zone, the
            answers, what happened to it, and everything that left for it: mails and calendar events, when, how often
            tried, and what came back.
          </p>
          <Picture
            name="booking"
            alt="A booking’s page: the time in several zones, details, history and what left for it."
          />
        </>
      ),
    },
    {
      id: "confirm",
      title: "Confirm or decline a request",
      also: "pending approve accept reject waiting",
      body: (
        <p className="max-w-form">
          Requests stand on <a href={paths.dashboard()}>Today</a> and under <Name>Waiting</Name>. They hold their time
          until you answer. One that nobody answers is cancelled when it would begin, and the invitee is told.
        </p>
      ),
    },
    {
      id: "move",
      title: "Move, hand over, cancel",
      also: "reschedule reassign change host change time",
      body: (
        <Points>
          <li>
            <Name>Reschedule</Name> keeps the booking and its host. Everybody gets a mail, and calendars follow.
          </li>
          <li>
            <Name>Hand over</Name> gives it to another host at the same time.
          </li>
          <li>
            <Name>Cancel…</Name> asks for a reason that goes to the invitee. The time is free at once.
          </li>
          <li>
            Invitees move and cancel by the link in their mail, as far as{" "}
            <a href={paths.helpTopic("first-event-type", "settings")}>the event type lets them</a>.
          </li>
        </Points>
      ),
    },
    {
      id: "cancel-day",
      title: "Cancel a whole day",
      also: "sick ill bulk cancel all vacation",
      body: (
        <Steps>
          <li>
            Under <a href={paths.bookings()}>Bookings</a> press <Name>Cancel a day…</Name> and choose the day.
          </li>
          <li>Take the tick away from what is to stay, and write one message for everybody.</li>
          <li>
            Close the day in your <a href={paths.helpTopic("availability", "other-dates")}>schedule</a>, so that nobody
            books it again.
          </li>
        </Steps>
      ),
    },
    {
      id: "book-for-somebody",
      title: "Book for somebody",
      also: "on behalf phone call manual booking admin create",
      body: (
        <p className="max-w-form">
          <Name>Book for someone</Name>, above the list, makes a booking by the same rules as the public page. They get
          the same mails, and can move or cancel by them.
        </p>
      ),
    },
    {
      id: "no-shows",
      title: "Note who did not come",
      also: "no-show absent missed attendance",
      body: (
        <p className="max-w-form">
          From the start of a meeting on its page asks <Name>Who came?</Name>. Tick who did not. They are not told, and
          get no thank-you mail.
        </p>
      ),
    },
    {
      id: "export",
      title: "Take the list along",
      also: "csv excel spreadsheet download report",
      body: (
        <>
          <p className="max-w-form">
            <Name>Export as CSV</Name> gives the bookings that the list shows, all pages of it: narrow it by event type,
            host, team, dates or a word first. The file opens in any spreadsheet.
          </p>
          <Note>Times stand in it twice, in UTC and in the host’s zone.</Note>
        </>
      ),
    },
    {
      id: "mails",
      title: "Which mails go out",
      also: "notification email reminder confirmation ics calendar file invitation",
      body: (
        <Points>
          <li>To the invitee: request received, confirmed or declined, moved, new host, cancelled.</li>
          <li>To guests: the same from the confirmation on. To hosts: what others did.</li>
          <li>Reminders to invitee and guests, 24 hours and one hour before. None for what was cancelled.</li>
          <li>One mail per person and change, with a calendar file, in the reader’s own zone and language.</li>
        </Points>
      ),
    },
  ],
};
