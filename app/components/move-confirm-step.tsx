import { formatDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";
import { formatDayLong, formatTime, isoInstant, parseInstant } from "~/domain/time";
import { listOf } from "~/messages/translate";
import { paths } from "~/paths";
import { bookingErrors } from "./booking-errors";
import { ChosenTime } from "./chosen-time";
import { TextArea } from "./field";
import { ErrorSummary, Form, FormActions, HiddenFields, Submit } from "./form";
import { MoveFacts } from "./move-facts";
import { hrefsOf, type MovePage } from "./move-page";
import type { Typed } from "./offer-page";
import { useVisitor } from "./visitor";

/** The second step: the new time beside the old one, and why. */
export function MoveConfirmStep({
  page,
  sent,
}: {
  page: MovePage;
  sent?: { values: Typed; errors: { path: string }[] };
}) {
  const { t, zone, locale, now } = useVisitor();
  const { meeting } = page;
  const start = (sent && parseInstant(sent.values.start?.[0] ?? "")) ?? page.start;
  if (start === null) return null;
  const errors = sent ? bookingErrors(t, sent) : [];
  const end = start + meeting.end - meeting.start;
  const when = { time: formatTime(start, zone, locale), day: formatDayLong(start, zone, locale, now) };
  const backHref = `${hrefsOf(page)({ date: formatDate(localDay(zone, start)) })}#times`;
  const hosts = listOf(
    meeting.hosts.map((host) => host.name),
    locale,
  );
  return (
    <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)]">
      <div className="p-5 sm:p-7">
        <MoveFacts meeting={meeting} />
      </div>
      <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0">
        <div className="max-w-form space-y-5">
          <ChosenTime label={t("meeting.move.to")} start={start} end={end} otherZone={meeting.hosts[0]?.timezone}>
            <a href={backHref} className="mt-2 inline-block py-1">
              {t("book.another")}
            </a>
          </ChosenTime>
          <Form errors={errors} values={sent?.values} className="space-y-5">
            <ErrorSummary errors={errors} title={t("error.summary", { count: errors.length })} />
            <HiddenFields values={{ start: isoInstant(start) }} />
            <TextArea
              name="reason"
              label={t("meeting.reason")}
              hint={t("meeting.reasonHint", { hosts })}
              optional={!meeting.requiresReason}
              optionalLabel={t("common.optional")}
            />
            <FormActions>
              <Submit>{t("meeting.move.yes", when)}</Submit>
              <a href={paths.meeting(meeting.uid)} className="inline-block py-2.5">
                {t("meeting.move.no")}
              </a>
            </FormActions>
          </Form>
        </div>
      </div>
    </div>
  );
}
