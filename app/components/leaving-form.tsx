import type { LeftBehind, Settled } from "~/domain/workspaces/left-behind";
import { paths } from "~/paths";
import { whenShort, type Clock } from "./booking-words";
import { TextArea } from "./field";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { LeftEventTypes } from "./leaving-event-types";
import { LeftMeetings } from "./leaving-meetings";
import { leavingWords, settledSentence, unsettledSentence, type LeavingKind } from "./leaving-words";
import { Notice } from "./notice";

export type Person = { id: string; name: string };

export type LeavingProps = {
  kind: LeavingKind;
  left: LeftBehind | null;
  people: Person[];
  /** Whether they may give an event type to somebody. */
  mayOffer: boolean;
  clock: Clock;
  viewerId: string;
  sent?: { values: FormValues; errors: FormError[]; settled: Settled | null };
};

/** What happens to all that invitees count on somebody for, and then the deed. Without any of it, the deed alone. */
export function LeavingForm({ kind, left, people, mayOffer, clock, viewerId, sent }: LeavingProps) {
  const { deed, back } = leavingWords[kind];
  const errors = errorsOf({ left, people, clock, sent });
  const done = sent?.settled ? settledSentence(sent.settled) : "";
  const hasMeetings = left !== null && left.meetings.length > 0;
  const isNeeded = left !== null && (hasMeetings || left.eventTypes.length > 0);
  return (
    <Form errors={errors} values={sent?.values} className="space-y-8">
      {done ? <Notice kind="ok" title={done} /> : null}
      <ErrorSummary errors={errors} title="Not everything is settled yet." />
      {isNeeded ? (
        <p className="max-w-text">
          Invitees count on {kind === "leave" ? "you" : "them"}. Say what happens first. Each choice is carried out by
          itself, with its mails: what is done stays done, even where another one fails.
        </p>
      ) : null}
      {left && left.eventTypes.length > 0 ? (
        <LeftEventTypes eventTypes={left.eventTypes} people={mayOffer ? people : []} viewerId={viewerId} />
      ) : null}
      {left && hasMeetings ? (
        <>
          <LeftMeetings left={left} clock={clock} viewerId={viewerId} />
          <div className="max-w-form">
            <TextArea
              label="Message"
              name="message"
              optional
              hint="One message for all of them: everybody whose meeting is cancelled or handed over reads it in their mail."
            />
          </div>
        </>
      ) : null}
      <FormActions>
        <Submit kind="stop">{isNeeded ? `Do all this and ${lowerFirst(deed)}` : deed}</Submit>
        <LinkButton href={kind === "leave" ? paths.settings() : paths.members()}>{back}</LinkButton>
      </FormActions>
    </Form>
  );
}

/** Each error with the words by which the summary tells it from the others. */
function errorsOf({
  left,
  people,
  clock,
  sent,
}: Pick<LeavingProps, "left" | "people" | "clock" | "sent">): FormError[] {
  if (!sent) return [];
  const nameOf = (userId: string) => people.find(({ id }) => id === userId)?.name ?? "Whoever you chose";
  const unsettled = (sent.settled?.unsettled ?? []).map((each) => ({
    path: `${each.kind === "meeting" ? "meeting" : "event-type"}-${each.id}`,
    message: unsettledSentence(each, nameOf),
  }));
  const labels = new Map([
    ...(left?.meetings ?? []).map(({ booking }): [string, string] => [
      `meeting-${booking.id}`,
      `${whenShort(booking, clock)}, ${booking.inviteeName}`,
    ]),
    ...(left?.eventTypes ?? []).map(({ id, name }): [string, string] => [`event-type-${id}`, name]),
  ]);
  return [...sent.errors, ...unsettled].map((error) => {
    const label = labels.get(error.path);
    if (label) return { ...error, label: `${label}: ${error.message}` };
    return error.path === "all" || error.path === "message" ? error : { ...error, path: "" };
  });
}

function lowerFirst(text: string) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
