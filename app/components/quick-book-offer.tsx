import type { ReactNode } from "react";
import { IconLine } from "./page";
import { hrefsOf, namedHosts, whoseTime, type QuickBookPage } from "./quick-book-page";

/** What is being booked, with whom and for how long. */
export function QuickBookOffer({ page, children }: { page: QuickBookPage; children?: ReactNode }) {
  const { offer, durationMinutes, areNamed, start } = page;
  const names = namedHosts(page);
  return (
    <>
      <h2>
        <bdi>{offer.name}</bdi>
      </h2>
      <div className="mt-3 space-y-2.5">
        <IconLine icon={offer.hosts.length > 1 ? "users" : "user"}>
          <bdi>{whoseTime(page)}</bdi>
          {names ? <bdi className="hint block">{names}</bdi> : null}
          {areNamed && start === null ? (
            <a href={hrefsOf(page)({ team: null, members: null, host: null })} className="block py-1 text-small">
              All who host it
            </a>
          ) : null}
        </IconLine>
        <IconLine icon="clock">{`${durationMinutes} minutes`}</IconLine>
        {children}
      </div>
    </>
  );
}
