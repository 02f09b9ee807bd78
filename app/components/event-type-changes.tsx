import { Checkbox } from "./choice";
import type { FormEventType } from "./event-type-form";
import { Field } from "./field";
import { Pair } from "./form";

/** What an invitee may do to a meeting, and until when. */
export function ChangesFields({ eventType }: { eventType: Omit<FormEventType, "id"> }) {
  return (
    <>
      <Pair>
        <Checkbox
          name="invitee_may_reschedule"
          label="May move the meeting"
          hint="Off: they are told to reply to the mail."
          defaultChecked={eventType.inviteeMayReschedule}
        />
        <Field
          label="Move it until"
          name="reschedule_notice_hours"
          inputMode="numeric"
          unit="hours before the start"
          hint="0: as long as the meeting lasts."
          defaultValue={eventType.rescheduleNoticeHours}
        />
      </Pair>
      <Pair>
        <Checkbox
          name="invitee_may_cancel"
          label="May cancel the meeting"
          hint="Off: they are told to reply to the mail."
          defaultChecked={eventType.inviteeMayCancel}
        />
        <Field
          label="Cancel it until"
          name="cancel_notice_hours"
          inputMode="numeric"
          unit="hours before the start"
          hint="0: as long as the meeting lasts."
          defaultValue={eventType.cancelNoticeHours}
        />
      </Pair>
      <div>
        <Checkbox
          name="requires_reason"
          label="Ask for the reason"
          hint="Nobody moves or cancels without one. You read it in the mail and on the booking."
          defaultChecked={eventType.requiresReason}
        />
        {eventType.isSession ? null : (
          <Checkbox
            name="takes_time_requests"
            label="Take requests for other times"
            hint="If no time fits, people write when one would. You get a mail, and nothing is booked."
            defaultChecked={eventType.takesTimeRequests}
          />
        )}
        <Checkbox
          name="email_followup_enabled"
          label="Write to the invitee after the meeting"
          hint="One mail once it is over, unless you noted that they did not come. Its template can send it too, in its own words."
          defaultChecked={eventType.emailFollowupEnabled}
        />
      </div>
    </>
  );
}
