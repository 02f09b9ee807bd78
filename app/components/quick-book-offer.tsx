import type { ReactNode } from "react";
import { IconLine } from "./page";
import { whoseTime, type QuickBookPage } from "./quick-book-page";

/** What is being booked, with whom and for how long. */
export function QuickBookOffer({ page, children }: { page: QuickBookPage; children?: ReactNode }) {
  const { offer, durationMinutes } = page;
  return (
    <>
      <h2>
        <bdi>{offer.name}</bdi>
      </h2>
      <div className="mt-3 space-y-2.5">
        <IconLine icon={offer.hosts.length > 1 ? "users" : "user"}>
          <bdi>{whoseTime(page)}</bdi>
        </IconLine>
        <IconLine icon="clock">{`${durationMinutes} minutes`}</IconLine>
        {children}
      </div>
    </>
  );
}
