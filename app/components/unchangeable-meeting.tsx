import { translator, type Translate } from "~/messages/translate";
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
  return (
    <PublicMessage
      visitor={visitor}
      workspace={meeting.workspace}
      title={unchangeableTitle(t, meeting.state)}
      link={{ href: paths.meeting(meeting.uid), label: t("meeting.fixed.link") }}
    >
      <p>{t("meeting.fixed.message")}</p>
    </PublicMessage>
  );
}

export function unchangeableTitle(t: Translate, state: string) {
  return t(`meeting.fixed.${state === "cancelled" || state === "declined" ? state : "over"}`);
}
