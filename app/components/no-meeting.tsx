import { translator } from "~/messages/translate";
import { PublicMessage } from "./public-message";
import type { Visitor } from "./visitor";

/** A meeting's address that opens nothing. */
export function NoMeeting({ visitor }: { visitor: Visitor }) {
  const t = translator(visitor.language);
  return (
    <PublicMessage visitor={visitor} title={t("meeting.unknown.title")}>
      <p>{t("meeting.unknown.message")}</p>
    </PublicMessage>
  );
}
