import { foremost } from "~/domain/availability/reasons";
import type { Reason } from "~/domain/availability/slots";
import type { Attendee, Booking } from "~/domain/bookings/booking";
import { paths } from "~/paths";
import { RadioCards } from "./choice";
import { TextArea } from "./field";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Notice } from "./notice";

type Successor = { userId: string; name: string; email: string; reasons: Reason[] };

type Sent = { values: FormValues } & (
  | { outcome: "invalid"; errors: FormError[] }
  | { outcome: "taken"; to: string; code: Reason }
  | { outcome: "not_changeable" | "not_a_host" | "not_a_successor" }
);

type Props = { booking: Booking; viewerId: string; places: Attendee[]; successors: Successor[]; sent?: Sent };

/** Whose place, who takes it, and why. Those who are not free stand there with what keeps them. */
export function HandoverForm({ booking, viewerId, places, successors, sent }: Props) {
  const free = successors.filter(({ reasons }) => reasons.length === 0);
  const others = successors.filter(({ reasons }) => reasons.length > 0);
  const errors = sent ? errorsOf(sent, successors) : [];
  const reachable = free.length > 0 ? errors : errors.map((error) => ({ ...error, path: "" }));
  return (
    <Form errors={reachable} values={sent?.values} className="space-y-6">
      <ErrorSummary errors={reachable} title="The meeting was not handed over." />
      {free.length > 0 ? (
        <>
          <p>
            It stays at its time. Everybody who is in it gets a mail, and the time of whoever leaves it is free again.
          </p>
          {places.length > 1 ? (
            <RadioCards
              legend="Whose place"
              name="from"
              options={places.map(({ userId, name }) => ({ value: userId!, label: nameOf(name, userId === viewerId) }))}
            />
          ) : null}
          <RadioCards
            legend="Who takes it over"
            name="to"
            options={free.map(({ userId, name, email }) => ({
              value: userId,
              label: nameOf(name, userId === viewerId),
              hint: <bdi className="[overflow-wrap:anywhere]">{email}</bdi>,
            }))}
          />
        </>
      ) : (
        <NobodyFree isAnybodyThere={successors.length > 0} />
      )}
      {others.length > 0 ? <NotFree others={others} viewerId={viewerId} /> : null}
      {free.length > 0 ? (
        <>
          <TextArea label="Reason" name="reason" optional hint="Everybody who is in it reads it in their mail." />
          <FormActions>
            <Submit>Hand it over</Submit>
            <LinkButton href={paths.booking(booking.id)}>Keep it as it is</LinkButton>
          </FormActions>
        </>
      ) : (
        <FormActions>
          <LinkButton href={paths.rescheduleBooking(booking.id)}>Reschedule</LinkButton>
        </FormActions>
      )}
    </Form>
  );
}

function NobodyFree({ isAnybodyThere }: { isAnybodyThere: boolean }) {
  return isAnybodyThere ? (
    <Notice kind="wait" icon="clock" title="Nobody else is free then.">
      Move the meeting, or ask one of them to make room.
    </Notice>
  ) : (
    <Notice kind="wait" icon="users" title="There is nobody else to take it.">
      Whoever takes it over is a member of this workspace or, where several share an event type, another of its hosts.
    </Notice>
  );
}

function NotFree({ others, viewerId }: { others: Successor[]; viewerId: string }) {
  return (
    <section>
      <h2 className="text-h3">Not free then</h2>
      <ul className="mt-2">
        {others.map(({ userId, name, reasons }) => (
          <li key={userId} className="rowline flex flex-wrap justify-between gap-x-6 py-2">
            <span>{nameOf(name, userId === viewerId)}</span>
            <span className="text-small leading-6 text-muted">{keptBy(reasons)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(name: string, isViewer: boolean) {
  return isViewer ? "You" : <bdi>{name}</bdi>;
}

/** What keeps somebody from a meeting that is booked already. Whose booking or which calendar stays unsaid. */
export function keptBy(reasons: Reason[]): string {
  switch (foremost(reasons)) {
    case "outside_hours":
      return "Outside their hours";
    case "weekly_limit":
      return "Their week is full: no more of these meetings";
    case "daily_limit":
      return "Their day is full: no more of these meetings";
    case "busy":
      return "Their calendar is busy";
    default:
      return "Another booking is in the way";
  }
}

function errorsOf(sent: Sent, successors: Successor[]): FormError[] {
  switch (sent.outcome) {
    case "invalid":
      return sent.errors;
    case "taken": {
      const name = successors.find(({ userId }) => userId === sent.to)?.name ?? "Whoever you chose";
      return [{ path: "to", message: `${name} is not free any more. ${keptBy([sent.code])}.` }];
    }
    case "not_a_host":
      return [{ path: "to", message: "Somebody handed that place over a moment before you." }];
    case "not_a_successor":
      return [{ path: "to", message: "Whoever you chose cannot take it. Choose one of these." }];
    case "not_changeable":
      return [{ path: "", message: "It has changed meanwhile." }];
  }
}
