import { paths } from "~/paths";
import { Points } from "./parts";
import type { Topic } from "./topic";

export const privacy: Topic = {
  slug: "privacy",
  title: "Privacy",
  sentence: "What is stored of whom, and who can see it.",
  sections: [
    {
      id: "invitees",
      title: "Of people who book",
      also: "gdpr personal data invitee guest delete erase cookies tracking",
      body: (
        <Points>
          <li>Their name, email address, time zone and language, the guests they name, their notes and answers.</li>
          <li>
            Only hosts of the meeting, owners and admins of the workspace see it. Other members see in the team calendar
            that the time is taken, and nothing more.
          </li>
          <li>
            Booking pages load nothing from elsewhere and track nobody. A cookie is set only to keep a time zone or a
            language that the visitor chose.
          </li>
          <li>
            The address of a meeting’s page is the key to it. Whoever has it can see the booking, so it is in no export.
          </li>
        </Points>
      ),
    },
    {
      id: "calendars",
      title: "Of your calendars",
      also: "google data token encrypted busy events titles",
      body: (
        <Points>
          <li>
            When you are busy. Titles, places and guests of your other events are not kept. Colleagues see only that the
            time is taken.
          </li>
          <li>
            The sign-in at the provider is stored encrypted. <a href={paths.calendars()}>Disconnect</a>, and it is
            deleted.
          </li>
          <li>Contacts are looked up while you type, and not stored.</li>
        </Points>
      ),
    },
    {
      id: "people",
      title: "Names of hosts",
      also: "anonymous hide host name unnamed",
      body: (
        <p className="max-w-form">
          Each event type says whether its booking page names who will be met. If not, people see who it is once they
          have booked. Email addresses of hosts never stand on it.
        </p>
      ),
    },
  ],
};
