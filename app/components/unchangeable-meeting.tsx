import { translator } from "~/messages/translate";
import { paths } from "~/paths";
import { PublicMessage } from "./public-message";
import type { Visitor } from "./visitor";

type Props = {
  visitor: Visitor;
  meeting: { uid: string; state: string; workspace: { name: string; slug: string } };
};

/** Cancelled already, or over: there is nothing left to change. */
export function UnchangeableMeeting({ visitor, meeting }: Props) {
  const t = translator(visitor.language);
  const kind = meeting.state === "cancelled" || meeting.state === "declined" ? meeting.state : "over";
  return (
    <PublicMessage
      visitor={visitor}
      workspace={meeting.workspace}
      title={t(`meeting.fixed.${kind}`)}
      link={{ href: paths.meeting(meeting.uid), label: t("meeting.fixed.link") }}
    >
      <p>{t("meeting.fixed.message")}</p>
    </PublicMessage>
  );
}
