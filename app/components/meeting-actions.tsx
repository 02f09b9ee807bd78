import { paths } from "~/paths";
import { AddToCalendar } from "./add-to-calendar";
import { ChangeTerms } from "./change-terms";
import { LinkButton } from "./form";
import type { Meeting } from "./meeting-view";
import { useVisitor } from "./visitor";

/** What the invitee can do: keep it, move it, cancel it; or book anew where nothing is left to change. */
export function MeetingActions({ meeting }: { meeting: Meeting }) {
  const { t } = useVisitor();
  const { uid, event, hosts, mayChange, cancelling, rescheduling, againHref, workspace } = meeting;
  const title = t("meeting.entryTitle", { event: event.name, host: hosts[0]?.name ?? workspace.name });
  if (mayChange) {
    return (
      <>
        <div className="no-print mt-6 flex flex-wrap items-start gap-3">
          <AddToCalendar {...meeting} title={title} />
          {rescheduling.refusal ? null : (
            <LinkButton href={paths.rescheduleMeeting(uid)} icon="calendar-sync">
              {t("meeting.reschedule")}
            </LinkButton>
          )}
          {cancelling.refusal ? null : (
            <LinkButton href={paths.cancelMeeting(uid)} icon="calendar-x">
              {t("meeting.cancel")}
            </LinkButton>
          )}
        </div>
        <ChangeTerms {...meeting} />
      </>
    );
  }
  return (
    <div className="mt-6">
      {againHref ? (
        <LinkButton kind="primary" href={againHref}>
          {t("meeting.bookAgain")}
        </LinkButton>
      ) : (
        <LinkButton href={paths.book(workspace.slug)}>
          {t("book.unknown.others", { workspace: workspace.name })}
        </LinkButton>
      )}
    </div>
  );
}
