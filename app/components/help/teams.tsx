import { paths } from "~/paths";
import { Name, Note, Points, Steps } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

export const teams: Topic = {
  slug: "teams",
  title: "Teams",
  sentence: "Meetings that one of several people takes, or all of them together.",
  sections: [
    {
      id: "make",
      title: "Make a team",
      also: "invite member colleague group address page",
      body: (
        <>
          <Steps>
            <li>
              Invite people under <a href={paths.members()}>Members</a>. Nobody is a member, or has their free time
              shown, before they say yes.
            </li>
            <li>
              Make a <a href={paths.teams()}>team</a> of some of them. An owner or admin does that.
            </li>
            <li>
              Make an event type for the team and say how the host is found. Its address at the team stands on the
              team’s page.
            </li>
          </Steps>
          <p className="max-w-form">
            An event type can also have several hosts without any team: choose them under <Name>Who</Name>.
          </p>
        </>
      ),
    },
    {
      id: "assignment",
      title: "Who gets the meeting",
      also: "round robin collective all hands assignment weight priority distribution",
      body: (
        <Points>
          <li>
            <Name>Round robin</Name>: one host, who has had the fewest of these meetings for their weight. With weight 2
            somebody gets twice as many as with 1.
          </li>
          <li>
            <Name>Collective</Name>: one host, the highest priority that is free.
          </li>
          <li>
            <Name>All hands</Name>: everybody, and only when all are free. The highest priority leads the meeting.
          </li>
        </Points>
      ),
    },
    {
      id: "fairness",
      title: "Is it fair?",
      also: "skewed uneven distribution round robin share why picked",
      body: (
        <>
          <p className="max-w-form">
            Every pick is kept with its reason. A team’s <Name>Fairness</Name> page shows how many meetings each member
            got beside what the weights would give, and why. The usual causes of a difference: somebody was not free,
            came later, or leads in priority.
          </p>
          <Picture
            name="fairness"
            alt="The fairness page: each member’s share, the expected one, and the last picks."
          />
          <p className="max-w-form">
            When a meeting is moved it keeps its host. To give it to somebody else, hand it over on its page.
          </p>
        </>
      ),
    },
    {
      id: "rsvp",
      title: "All hands answer for themselves",
      also: "rsvp accept decline quorum attendee",
      body: (
        <>
          <p className="max-w-form">
            Each host gets a mail with a link of their own and says yes or no. The event type says how many have to
            accept: all, more than half, or any. Until then the meeting waits and the time is held. When it can no
            longer be reached the meeting is cancelled, and the invitee is offered other times.
          </p>
          <Picture name="rsvp" alt="The page behind the link in the mail: two equal buttons, and who has answered." />
          <Note>
            The link takes one answer. To change it, write to whoever leads the meeting: they can move, cancel or hand
            it over.
          </Note>
        </>
      ),
    },
    {
      id: "leaving",
      title: "When somebody leaves",
      also: "remove deactivate member hand over reassign left company",
      body: (
        <p className="max-w-form">
          Remove or deactivate them under <a href={paths.members()}>Members</a>. You are asked what becomes of each of
          their coming meetings: handed over or cancelled. Nobody goes before that is settled.
        </p>
      ),
    },
  ],
};
