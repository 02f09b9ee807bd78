import { paths } from "~/paths";
import { Code, Lines, Name, Note, Points, Steps } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

const address = "https://meet.example.com";
const plainLink = `<a href="${address}${paths.bookEventType("acme", "intro-call")}">Book a time</a>`;
const filledIn = `${address}${paths.bookEventType("acme", "intro-call", { name: "Ada Park", email: "ada@example.com", duration: 30 })}`;

export const links: Topic = {
  slug: "links",
  title: "Sharing links",
  sentence: "Your public page, links of their own, links for one person, and how to put one on a website.",
  sections: [
    {
      id: "public-page",
      title: "Your public page",
      also: "workspace address url profile",
      body: (
        <p className="max-w-form">
          Everything that can be booked in your workspace stands on one page, and each event type has an address of its
          own below it. Both can be copied from <a href={paths.dashboard()}>Today</a>. Whoever opens one needs no
          account, and no JavaScript either.
        </p>
      ),
    },
    {
      id: "evergreen",
      title: "Links that stay",
      also: "evergreen wizard share link hide event type disable switch off duplicate",
      body: (
        <>
          <p className="max-w-form">
            A <a href={paths.links()}>link</a> leads to one event type by an address that nobody can guess. It counts
            its own views and bookings, and can be switched off without touching the event type.
          </p>
          <Steps>
            <li>
              Press <Name>New link</Name> and choose the event type it begins from.
            </li>
            <li>
              Go through the steps. Leave everything as it is, and the link follows the event type, also when that
              changes later. Change something, and the link gets its own settings.
            </li>
            <li>
              Look at the review: it shows the page as a visitor will see it. Then press <Name>Publish link</Name>.
            </li>
          </Steps>
          <p className="max-w-form">
            Every step is saved as a draft. You can go back, or close the browser and go on tomorrow.
          </p>
          <Picture name="links" alt="The list of links with their state, address, views and bookings." />
        </>
      ),
    },
    {
      id: "one-time",
      title: "A link for one person",
      also: "one-time single use expire expiry recipient hand-picked invitation used again",
      body: (
        <>
          <p className="max-w-form">
            A one-time link books once. It belongs to one recipient, ends at a time that you choose, and may offer only
            a few times that you picked out of your free ones. It can be mailed from here. Once it is booked, nobody can
            use it again, also if two people press Book in the same second.
          </p>
          <Note>
            Its address is shown once, when it is made: copy it then. If it got lost, give the link a new address; the
            old one stops working.
          </Note>
          <Picture name="one-time" alt="The form of a link for one person: recipient, when it ends, and which times." />
        </>
      ),
    },
    {
      id: "prefill",
      title: "Fill in the form beforehand",
      also: "prefilled query parameter utm url name email time zone language",
      body: (
        <>
          <p className="max-w-form">
            What you know already can stand in the address. The invitee sees it in the form and can change it.
          </p>
          <Lines label="An address with answers in it">{filledIn}</Lines>
          <Points>
            <li>
              <Code>name</Code>, <Code>email</Code>, <Code>notes</Code>, and <Code>guests</Code> with commas between the
              addresses.
            </li>
            <li>
              <Code>duration</Code> in minutes, one of the lengths on offer.
            </li>
            <li>
              <Code>date</Code> like 2027-02-15 or <Code>month</Code> like 2027-02 opens the calendar there.
            </li>
            <li>
              <Code>timezone</Code> like Europe/Oslo, and <Code>lang</Code>: en or de.
            </li>
          </Points>
        </>
      ),
    },
    {
      id: "website",
      title: "Put it on your website",
      also: "embed embedding iframe widget button signature html",
      body: (
        <>
          <p className="max-w-form">
            Use a plain link. It works on every site and in every mail signature, loads nothing into your page and needs
            no consent banner.
          </p>
          <Lines label="A link for a website">{plainLink}</Lines>
          <p className="max-w-form">
            The page of each <a href={paths.links()}>link</a> has these lines ready to copy, for a web page and for a
            mail.
          </p>
          <p className="max-w-form">
            A frame (<Code>iframe</Code>) stays empty: the pages refuse to be shown inside other sites, so that nobody
            can lay something over the Book button.
          </p>
        </>
      ),
    },
  ],
};
