import { listOf } from "~/messages/translate";
import { paths } from "~/paths";
import { bookingErrors } from "./booking-errors";
import { ChosenTime } from "./chosen-time";
import { TextArea } from "./field";
import { ErrorSummary, Form, FormActions, LinkButton, Submit } from "./form";
import type { Meeting } from "./meeting-view";
import { Section } from "./page";
import { useVisitor } from "./visitor";

type Props = {
  meeting: Pick<Meeting, "uid" | "start" | "end" | "event" | "hosts" | "requiresReason">;
  problem?: { values: Record<string, string[]>; errors: { path: string; message: string }[] };
};

/** Asks before it cancels. */
export function CancelMeeting({ meeting, problem }: Props) {
  const { t, locale } = useVisitor();
  const errors = problem ? bookingErrors(t, problem) : [];
  const hosts = listOf(
    meeting.hosts.map((host) => host.name),
    locale,
  );
  return (
    <Section className="space-y-6 sm:p-9">
      <div>
        <h1>{t("meeting.cancel.title")}</h1>
        <p className="mt-1 text-muted">
          <bdi>{t("meeting.about", { event: meeting.event.name, hosts })}</bdi>
        </p>
      </div>
      <ChosenTime start={meeting.start} end={meeting.end} />
      <p className="max-w-text">{t("meeting.cancel.means")}</p>
      <Form errors={errors} values={problem?.values} className="space-y-5">
        <ErrorSummary errors={errors} title={t("error.summary", { count: errors.length })} />
        <TextArea
          name="reason"
          label={t("meeting.reason")}
          hint={t("meeting.reasonHint", { hosts })}
          optional={!meeting.requiresReason}
          optionalLabel={t("common.optional")}
        />
        <FormActions>
          <Submit kind="stop">{t("meeting.cancel.yes")}</Submit>
          <LinkButton href={paths.meeting(meeting.uid)}>{t("meeting.cancel.no")}</LinkButton>
        </FormActions>
      </Form>
    </Section>
  );
}
