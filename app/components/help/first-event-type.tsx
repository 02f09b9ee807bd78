import { paths } from "~/paths";
import { Name, Note, Points, Steps } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

export const firstEventType: Topic = {
  slug: "first-event-type",
  title: "Your first event type",
  sentence: "An event type is a kind of meeting that people can book with you. It takes two minutes.",
  sections: [
    {
      id: "make",
      title: "Make one and share it",
      also: "create new start begin getting started",
      body: (
        <>
          <Steps>
            <li>
              Open <a href={paths.eventTypes()}>Event types</a> and press <Name>New event type</Name>. On an empty list{" "}
              <Name>Make a 30 minute meeting</Name> does it with one press.
            </li>
            <li>Give it a name, a length and a place to meet. The rest can stay as it is.</li>
            <li>
              Press <Name>Make this event type</Name>. It can be booked at once.
            </li>
            <li>
              Copy its address from <a href={paths.dashboard()}>Today</a>, under <Name>Your links</Name>, and send it to
              somebody.
            </li>
          </Steps>
          <Picture
            name="event-type"
            alt="The form of an event type: name, address, description, length, lengths to choose from and where to meet."
          />
        </>
      ),
    },
    {
      id: "settings",
      title: "What the settings mean",
      also: "buffer duration notice window limit maximum cutoff",
      body: (
        <Points>
          <li>
            <Name>Lengths to choose from</Name>: the invitee picks one, for example 15, 30 or 60 minutes.
          </li>
          <li>
            <Name>Offer a start every</Name>: a 60 minute meeting every 30 minutes gives people more starts. Empty means
            one after the other.
          </li>
          <li>
            <Name>Free time before</Name> and <Name>after</Name>: a buffer that stays free around the meeting. The
            buffers of two meetings add up.
          </li>
          <li>
            <Name>Notice needed</Name>: how long before the start it can be booked at the latest.
          </li>
          <li>
            <Name>Bookable for the next</Name>: how many days ahead people see.
          </li>
          <li>
            <Name>At most in a day</Name>, <Name>in a week</Name>: per host, weeks from Monday to Sunday. A full day is
            not offered any more.
          </li>
          <li>
            <Name>Ask before confirming</Name>: each booking is a request that holds its time until you say yes or no.
          </li>
          <li>
            <Name>Changes by the invitee</Name>: whether and until when they may move or cancel, and whether they must
            say why.
          </li>
        </Points>
      ),
    },
    {
      id: "place",
      title: "Where you meet",
      also: "location video conference zoom meet teams phone link",
      body: (
        <>
          <Points>
            <li>
              <Name>Google Meet</Name> and <Name>Microsoft Teams</Name>: leave the link empty, and each meeting gets one
              of its own. For that your <a href={paths.calendars()}>new bookings</a> have to go to a Google calendar for
              Meet, to a Microsoft calendar for Teams.
            </li>
            <li>
              <Name>Zoom</Name>: your own link, or nothing, and you send it.
            </li>
            <li>
              <Name>Phone</Name>: the number to call, or nothing, and you call the invitee.
            </li>
            <li>
              <Name>In person</Name>: the address. It stands on the booking page.
            </li>
          </Points>
          <Note>A link or a number is never shown on the public page. Only who has booked reads it.</Note>
        </>
      ),
    },
    {
      id: "try",
      title: "See it as an invitee does",
      also: "test preview public page booking",
      body: (
        <>
          <p className="max-w-form">
            Open your public page in another browser and book yourself. You get the mails that your invitees get, and
            the booking stands under <a href={paths.bookings()}>Bookings</a>, where you can cancel it again.
          </p>
          <Picture
            name="booking-page"
            alt="The public page: a month with its free days, and the times of the chosen day."
          />
        </>
      ),
    },
    {
      id: "hide",
      title: "Hide it, switch it off, copy it",
      also: "disable private unlisted duplicate delete inactive",
      body: (
        <Points>
          <li>
            <Name>Show on the public page</Name> off: only who has the address finds it.
          </li>
          <li>
            <Name>Bookable</Name> off: nobody can book it. What is booked already stays.
          </li>
          <li>
            <Name>Duplicate</Name> makes a copy that is switched off, so that you can change it in peace.
          </li>
        </Points>
      ),
    },
  ],
};
