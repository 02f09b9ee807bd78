import { paths } from "~/paths";
import { LinkButton } from "./form";
import { Notice } from "./notice";
import type { Organiser, RsvpMeeting } from "./rsvp-view";
import { useVisitor } from "./visitor";

type Props = {
  meeting: Pick<RsvpMeeting, "status" | "hasBegun">;
  organiser: Organiser;
  /** It was sent a second time just now. */
  isSecond: boolean;
};

/** What became of the meeting that a host has answered for, and whom to write to. */
export function RsvpSaid({ meeting, organiser, isSecond }: Props) {
  const { t } = useVisitor();
  const state = stateOf(meeting);
  return (
    <div className="max-w-text space-y-4">
      {isSecond ? (
        <Notice kind="info" title={`${t("rsvp.again.title")}.`} isRefusal>
          {t("rsvp.again.message")}
        </Notice>
      ) : null}
      <p>{t(`rsvp.said.${state}`)}</p>
      {organiser ? <WriteTo organiser={organiser} isOpen={state === "pending" || state === "confirmed"} /> : null}
    </div>
  );
}

function WriteTo({ organiser, isOpen }: { organiser: NonNullable<Organiser>; isOpen: boolean }) {
  const { t } = useVisitor();
  const { name, email } = organiser;
  return (
    <>
      {isOpen ? <p>{t("rsvp.said.change", { host: name })}</p> : null}
      <LinkButton icon="mail" href={paths.writeTo(email)}>
        {t("rsvp.write", { host: name })}
      </LinkButton>
    </>
  );
}

function stateOf({ status, hasBegun }: Props["meeting"]) {
  if (status === "cancelled") return "off";
  if (hasBegun) return "over";
  return status === "pending" ? "pending" : "confirmed";
}
