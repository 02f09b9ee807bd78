import type { InviteePolicy } from "~/domain/bookings/invitee-policy";
import type { Translate } from "~/messages/translate";

/** What can be changed later, and until when: to be known before booking. */
export function bookingTerms(t: Translate, policy: InviteePolicy): string {
  const rescheduling = policy.mayReschedule ? policy.rescheduleNoticeHours : null;
  const cancelling = policy.mayCancel ? policy.cancelNoticeHours : null;
  const sentence = (deed: "cancel" | "reschedule" | "both", hours: number | null) =>
    hours === null ? t("book.form.noTerms", { deed }) : t("book.form.terms", { deed, hours });
  if (rescheduling === cancelling) return sentence("both", cancelling);
  // What can't be done is said last, since it ends in what to do instead.
  const sentences = [sentence("reschedule", rescheduling), sentence("cancel", cancelling)];
  return (rescheduling === null ? sentences.reverse() : sentences).join(" ");
}
