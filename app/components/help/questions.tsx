import { paths } from "~/paths";
import { Name, Note, Points, Steps } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

export const questions: Topic = {
  slug: "questions",
  title: "Questions",
  sentence: "What people are asked when they book. The questions are kept in templates.",
  sections: [
    {
      id: "make",
      title: "Ask something when people book",
      also: "template form custom field intake booking form question",
      body: (
        <>
          <Steps>
            <li>
              Open <a href={paths.templates()}>Templates</a>. Start from one of the ready-made sets, or from an empty
              one.
            </li>
            <li>
              Add questions, put them in order, and say which ones must be answered. <Name>Show preview</Name> draws the
              form.
            </li>
            <li>Save, and choose the template at your event type or link.</li>
          </Steps>
          <Picture name="template" alt="A template: its questions in order, each with its kind, and a preview." />
        </>
      ),
    },
    {
      id: "kinds",
      title: "Kinds of questions",
      also: "types text textarea select radio checkbox multiselect phone number url date options required",
      body: (
        <Points>
          <li>A short text, or a long one.</li>
          <li>One of a list, or one of a few that are all in sight. Several of a few.</li>
          <li>A box to tick, or several of them.</li>
          <li>An email address, a phone number, a number, a web address, a date. Each is checked for what it is.</li>
        </Points>
      ),
    },
    {
      id: "answers",
      title: "Where the answers go",
      also: "csv export mail calendar answers api",
      body: (
        <p className="max-w-form">
          To the booking’s page, the mails, the calendar event of the host, the CSV file and the JSON API.
        </p>
      ),
    },
    {
      id: "change",
      title: "Change a template later",
      also: "version edit past bookings",
      body: (
        <p className="max-w-form">
          A change counts from the next booking on. Whatever was booked before keeps the questions as they were asked,
          with their answers.
        </p>
      ),
    },
    {
      id: "follow-up",
      title: "Write to people after the meeting",
      also: "followup thank you email after no-show",
      body: (
        <Note>
          Tick <Name>Write to the invitee after the meeting</Name> at the template or the event type, and one mail goes
          out when it is over. The template has a field for its words. Whoever you noted as not there gets none.
        </Note>
      ),
    },
  ],
};
