import { paths } from "~/paths";
import { EmptyState } from "./empty-state";
import { lengthWords } from "./event-type-words";
import { LinkButton } from "./form";
import { Notice } from "./notice";
import type { Typed } from "./offer-page";
import { Sheet } from "./page";
import { hostsInBrief, hrefsOf, type QuickBookPage } from "./quick-book-page";

type Props = Pick<QuickBookPage, "kept" | "answers" | "choices"> & {
  isGone: boolean;
  /** The day whose times are wanted. */
  date: string | null;
  typed?: Typed;
};

/** The first step where there is more than one event type: which. */
export function EventTypeStep({ kept, answers, choices, isGone, date, typed }: Props) {
  const hrefFor = hrefsOf({ kept, answers }, typed);
  return (
    <>
      {isGone ? (
        <Notice
          kind={typed ? "wait" : "info"}
          isRefusal={Boolean(typed)}
          className="mb-6"
          title={
            typed
              ? "Nothing was booked: its event type cannot be booked any more."
              : "That event type cannot be booked."
          }
        >
          {typed
            ? "What you typed is kept. Choose another one."
            : "It is switched off or deleted, or it is not one of yours. Choose another one."}
        </Notice>
      ) : null}
      <Sheet>
        <ul>
          {choices.map((each) => (
            <li key={each.id} className="rowline p-5 sm:px-7">
              <div className="grid gap-x-6 sm:grid-cols-[9rem_minmax(0,1fr)]">
                <p className="text-muted sm:pt-1">{lengthWords(each)}</p>
                <div>
                  <h2>
                    <a
                      href={hrefFor({ event: each.id, host: null, duration: null, date })}
                      className="inline-block py-1 text-ink decoration-sea"
                    >
                      <bdi>{each.name}</bdi>
                    </a>
                  </h2>
                  <p className="hint">
                    <bdi>{hostsInBrief(each)}</bdi>
                  </p>
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}

/** `areOff`: there are event types, and all are switched off. */
export function NothingToBook({ areOff }: { areOff: boolean }) {
  if (areOff) {
    return (
      <EmptyState
        title="Your event types are switched off"
        actions={
          <LinkButton kind="primary" href={paths.eventTypes()}>
            Event types
          </LinkButton>
        }
      >
        Switch one on, and you can book it for somebody here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="There is nothing to book yet"
      actions={
        <LinkButton kind="primary" icon="plus" href={paths.newEventType()}>
          New event type
        </LinkButton>
      }
    >
      You own and host no event type. As soon as you do, you can book it for somebody here.
    </EmptyState>
  );
}
