import { paths } from "~/paths";
import { Name, Note, Points, Steps } from "./parts";
import type { Topic } from "./topic";

export const coaches: Topic = {
  slug: "coaches",
  title: "Coaches and clients",
  sentence: "Sessions that people with an account book, for as long as they need, and that wait for the coach’s yes.",
  sections: [
    {
      id: "clients",
      title: "Bring clients in",
      also: "invite join register self-registration role client account",
      body: (
        <>
          <p className="max-w-form">
            A client is a member with the role <Name>Client</Name>. They see the coaches, their own sessions and their
            own calendars, and nothing else of the workspace.
          </p>
          <Steps>
            <li>
              Invite them under <a href={paths.members()}>Members</a>, with the role <Name>Client</Name>.
            </li>
            <li>
              Or let everybody in: switch on <Name>Anybody may join as a client</Name> in the settings of the{" "}
              <a href={paths.workspaceSettings()}>workspace</a>, and give out the address that stands there then.
            </li>
          </Steps>
        </>
      ),
    },
    {
      id: "coach",
      title: "Take sessions",
      also: "coach availability about words location hide off rules length",
      body: (
        <>
          <p className="max-w-form">
            Every host is a coach at first. Under <a href={paths.coaching()}>Coaching</a> you say what you help with and
            where you meet, or that you take no sessions. Clients book 15 to 480 minutes in the hours of your default
            schedule.
          </p>
          <p className="max-w-form">
            <Name>Change the rules</Name> there leads to all the rest: another schedule, notice, free time before and
            after, limits, questions, and whether you are asked before a session is confirmed.
          </p>
        </>
      ),
    },
    {
      id: "answer",
      title: "Say yes or no",
      also: "confirm decline pending waiting request move",
      body: (
        <>
          <p className="max-w-form">
            Sessions stand among your <a href={paths.bookings()}>bookings</a>. Until you answer, the time is held and
            the session waits; if nobody answers before it would begin, it is cancelled. A session that its client moves
            waits for you again.
          </p>
          <Note>You can move and cancel a session as any other booking.</Note>
        </>
      ),
    },
    {
      id: "book",
      title: "Book a session as a client",
      also: "client session coach length time cancel move reschedule own",
      body: (
        <Points>
          <li>
            Choose one of the <a href={paths.coaches()}>coaches</a>, how long you need, and a time. Times are in the
            zone of your account.
          </li>
          <li>
            Your <a href={paths.ownSessions()}>sessions</a> show what waits, what is next and what is past. From there
            you move or cancel, as far as the coach allows.
          </li>
        </Points>
      ),
    },
  ],
};
