import { paths } from "~/paths";
import { Name, Note, Points } from "./parts";
import { Picture } from "./picture";
import type { Topic } from "./topic";

export const analytics: Topic = {
  slug: "analytics",
  title: "Analytics",
  sentence: "How many look, how many book, and what is counted for that.",
  sections: [
    {
      id: "read",
      title: "Read the numbers",
      also: "statistics chart report conversion views conversion rate lead time busiest hours csv",
      body: (
        <>
          <p className="max-w-form">
            <a href={paths.analytics()}>Analytics</a> counts the views and bookings of some days, for all, one event
            type or one link, beside as many days before. <Name>Booked per 100 views</Name> is the conversion. Under the
            plots the same numbers stand as a table; further down, which address brought how many, and from which sites
            people came. The days, and the links and event types, can be taken along as CSV.
          </p>
          <Picture name="analytics" alt="Views and bookings of the last days as two plots over one line of dates." />
        </>
      ),
    },
    {
      id: "counted",
      title: "What counts as a view",
      also: "visitor unique bots cookies tracking counted prefetch",
      body: (
        <Points>
          <li>
            One visitor counts once a day and page, however often they look. There is no cookie: for a day a scrambled
            mark tells visitors apart. After that nobody can find out who it was.
          </li>
          <li>Known bots, and pages that a browser only loads beforehand, are left out.</li>
          <li>
            Bookings are counted from the bookings themselves. So there may be bookings without a view: those that you
            made for somebody, or that came by the API.
          </li>
        </Points>
      ),
    },
    {
      id: "who",
      title: "Who sees what",
      also: "permission role admin owner host no-shows cancellations",
      body: (
        <Note>
          Members see the numbers of what they own or host. Owners and admins see those of the whole workspace, and{" "}
          <Name>By host</Name> also cancellations, no-shows and the busiest hours.
        </Note>
      ),
    },
  ],
};
