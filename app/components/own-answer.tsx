import type { Booking } from "~/domain/bookings/booking";
import { bearsAnotherNo, mayAnswer } from "~/domain/bookings/rsvp";
import type { Place } from "~/domain/bookings/rsvps.server";
import { paths } from "~/paths";
import type { Clock } from "./booking-words";
import { TextArea } from "./field";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Notice } from "./notice";

/** A host's own answer to a meeting of all hands, beside the pages that confirm and decline for all. */

type Asked = { booking: Booking; places: Place[]; clock: Clock; viewerId: string };

export function mayAnswerOwn({ booking, places, clock, viewerId }: Asked) {
  const own = places.find(({ userId }) => userId === viewerId);
  return own?.status === "pending" && mayAnswer(booking, clock.now);
}

type FormProps = {
  booking: Booking;
  answer: "yes" | "no";
  problem?: { errors: FormError[]; values: FormValues } | null;
};

export function OwnAnswerForm({ booking, answer, problem }: FormProps) {
  const isYes = answer === "yes";
  return (
    <Form errors={problem?.errors} values={problem?.values} className="space-y-5">
      <ErrorSummary errors={problem?.errors ?? []} title="You have not answered yet." />
      <p>{isYes ? "Each of the hosts answers for themselves." : meaningOfNo(booking)}</p>
      <TextArea label="A word to the other hosts" name="reason" optional hint="The invitee does not read it." />
      <FormActions
        far={
          isYes ? (
            <a href={paths.declineBooking(booking.id)}>No, I can’t</a>
          ) : (
            <a href={paths.confirmBooking(booking.id)}>Yes, I will be there</a>
          )
        }
      >
        <Submit kind={isYes ? "primary" : "stop"}>{isYes ? "Yes, I will be there" : "No, I can’t"}</Submit>
        <LinkButton href={paths.booking(booking.id)}>Not now</LinkButton>
      </FormActions>
    </Form>
  );
}

/** Why the viewer's answer is not taken: they have no place in it, or have answered. */
export function NoOwnAnswer({ booking, places, viewerId, isRefusal }: Omit<Asked, "clock"> & { isRefusal: boolean }) {
  const own = places.find(({ userId }) => userId === viewerId);
  const action = <a href={paths.booking(booking.id)}>See how it stands</a>;
  if (!own) {
    return (
      <Notice
        kind="info"
        isRefusal={isRefusal}
        title="Each host of this meeting answers for themselves."
        action={action}
      >
        You are not one of them, so you cannot answer. You can still move it, hand a place over, or cancel it.
      </Notice>
    );
  }
  return (
    <Notice
      kind="info"
      isRefusal={isRefusal}
      title={`You have said ${own.status === "confirmed" ? "yes" : "no"} already.`}
      action={action}
    >
      {own.isOrganizer ? "Move the meeting to ask everybody anew." : `To change it, write to ${booking.host.name}.`}
    </Notice>
  );
}

/** What a host's answer did, in a sentence. */
export function answerNotice(booking: Booking, answer: "yes" | "no") {
  const said = `You said ${answer}.`;
  switch (booking.status) {
    case "pending":
      return `${said} The meeting waits for the others.`;
    case "confirmed":
      return answer === "yes" ? `${said} The meeting takes place.` : `${said} The meeting takes place without you.`;
    default:
      return `${said} Too few can come, so it is cancelled. The invitee gets a mail with other times.`;
  }
}

function meaningOfNo(booking: Booking) {
  if (booking.status === "confirmed") return "The meeting takes place without you, and your time is free again.";
  return bearsAnotherNo(booking)
    ? "Your time is free again, and the meeting waits for the others."
    : "Without you too few can come: the meeting is cancelled, and the invitee gets a mail with other times.";
}
