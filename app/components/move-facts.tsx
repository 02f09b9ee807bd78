import { formatDayLong, formatTime } from "~/domain/time";
import { listOf } from "~/messages/translate";
import type { Meeting } from "./meeting-view";
import { useVisitor } from "./visitor";

/** Which meeting is being moved, and the time it has now. */
export function MoveFacts({ meeting }: { meeting: Meeting }) {
  const { t, locale } = useVisitor();
  const hosts = listOf(
    meeting.hosts.map((host) => host.name),
    locale,
  );
  const { start, end, event } = meeting;
  return (
    <>
      <h1>{t("meeting.move.title")}</h1>
      <p className="mt-2 text-muted">
        <bdi>{t("meeting.about", { event: event.name, hosts })}</bdi>
      </p>
      <div className="mt-5 border-s-[3px] border-edge ps-4">
        <Present start={start} end={end} />
      </div>
    </>
  );
}

function Present({ start, end }: { start: number; end: number }) {
  const { t, zone, locale, now } = useVisitor();
  return (
    <>
      <p className="hint">{t("meeting.move.now")}</p>
      <p className="font-semibold">
        {formatDayLong(start, zone, locale, now)},{" "}
        <span className="whitespace-nowrap">
          {formatTime(start, zone, locale)} – {formatTime(end, zone, locale)}
        </span>
      </p>
    </>
  );
}
