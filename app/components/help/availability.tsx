import { paths } from "~/paths";
import { Name, Note, Points, Steps } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

export const availability: Topic = {
  slug: "availability",
  title: "Availability",
  sentence: "When you can be booked, and how to find out why a time is missing.",
  sections: [
    {
      id: "hours",
      title: "Your weekly hours",
      also: "schedule working hours business hours lunch break night shift",
      body: (
        <>
          <p className="max-w-form">
            A <a href={paths.availability()}>schedule</a> is a week of open hours in one time zone. Each day takes
            several ranges, so a lunch break is 09:00 to 12:00 and 13:00 to 17:00. 24:00 is midnight at the end of the
            day, and hours that meet at midnight join.
          </p>
          <p className="max-w-form">
            You may have several schedules. Event types use the default one unless they name another.
          </p>
          <Picture name="schedule" alt="A schedule: its name and time zone, and the hours of each day of the week." />
        </>
      ),
    },
    {
      id: "other-dates",
      title: "Holidays and other dates",
      also: "vacation day off override bank holiday closed out of office",
      body: (
        <>
          <Steps>
            <li>
              Choose a date under <Name>Other dates</Name> of the schedule. What you enter replaces the weekly hours of
              that date; nothing entered means closed.
            </li>
            <li>
              For public holidays choose country, region and years, and press <Name>Add public holidays</Name>. Remove
              those that you work on.
            </li>
            <li>Save. A date alone changes nothing before that.</li>
          </Steps>
          <p className="max-w-form">
            A single event type can leave dates out too, under <Name>Days left out</Name>. What is already booked on
            such a date stays: <a href={paths.helpTopic("bookings", "cancel-day")}>cancel a day</a> takes care of that.
          </p>
        </>
      ),
    },
    {
      id: "zones",
      title: "Time zones and clock changes",
      also: "timezone DST daylight saving summer time travel",
      body: (
        <p className="max-w-form">
          Hours are wall clock times in the schedule’s zone: 09:00 stays 09:00 when the clocks change. Invitees read all
          times in their own zone, and can choose another. When you live elsewhere for a while, make a schedule in that
          zone and use it by default.
        </p>
      ),
    },
    {
      id: "why",
      title: "Why is a time not offered?",
      also: "missing slot no slots unavailable troubleshoot nothing free empty calendar wrong",
      body: (
        <>
          <p className="max-w-form">
            Ask <a href={paths.troubleshoot()}>Why is a time not offered?</a> It uses the very rules that make the
            public page, shows one day with its hours, bookings and calendars, and gives each start its reason:
          </p>
          <Points>
            <li>
              <Name>Outside hours</Name> or <Name>Closed</Name>: the schedule, or another date in it. Also a meeting
              that would end after you close.
            </li>
            <li>
              <Name>Left out by the event type</Name>: under its days left out.
            </li>
            <li>
              <Name>Too soon</Name>: the notice needed. <Name>Too far ahead</Name>: the number of days it can be booked
              for.
            </li>
            <li>
              <Name>Day full</Name> or <Name>Week full</Name>: the limits.
            </li>
            <li>
              <Name>Taken</Name>: another booking, or the free time around it. The reason names it.
            </li>
            <li>
              <Name>Busy</Name>: an event of a connected calendar. The reason says which calendar, and when it was read
              last.
            </li>
            <li>
              <Name>Out of date</Name>: a calendar was not read for too long, and you chose to offer nothing then.
            </li>
          </Points>
          <Picture
            name="why"
            alt="The page “Why is a time not offered?”: a sentence with the reason, and the day’s hours, bookings and calendars."
          />
        </>
      ),
    },
    {
      id: "team",
      title: "Free times of several people",
      also: "team availability not showing collective all hands overlap",
      body: (
        <>
          <p className="max-w-form">
            With round robin and collective a time is offered when one host is free, with all hands when all are. Each
            host’s own default schedule counts, unless the event type names one.
          </p>
          <Note>
            The <a href={paths.teamCalendar()}>team calendar</a> shows a week of everybody, and when all are free.
          </Note>
        </>
      ),
    },
  ],
};
