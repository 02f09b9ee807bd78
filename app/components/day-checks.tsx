import type { Checks, Limit } from "~/domain/availability/explained-day";
import { countOf, spanText } from "~/domain/counts";
import { Shape } from "./shape";

/** The rules that no layer of the day can show. */
export function DayChecks({ checks }: { checks: Checks }) {
  const { notice, window, daily, weekly, excluded } = checks;
  return (
    <ul className="space-y-3 text-small">
      <Check isMet={notice.isMet} name="Notice" text={noticeText(notice)} />
      <Check
        isMet={window.isMet}
        name="Window"
        text={`${window.isMet ? "Within" : "Beyond"} ${countOf(window.days, "day")}`}
      />
      <Check isMet={daily.isMet} name="Daily limit" text={limitText(daily, "day", "No daily limit")} />
      <Check isMet={weekly.isMet} name="Weekly limit" text={limitText(weekly, "week", "No weekly limit")} />
      <Check
        isMet={excluded.isMet}
        name="Excluded dates"
        text={excluded.isMet ? "Not a day left out" : excluded.note || "Left out"}
      />
    </ul>
  );
}

function Check({ isMet, name, text }: { isMet: boolean; name: string; text: string }) {
  return (
    <li className="flex gap-2.5">
      <Shape name={isMet ? "disc-tick" : "octagon-bar"} className={`mt-0.5 ${isMet ? "text-ok" : "text-stop"}`} />
      <div className="min-w-0">
        <p className="font-semibold">
          {name}
          <span className="sr-only">{isMet ? ": met." : ": not met."}</span>
        </p>
        <p className="text-muted">
          <bdi>{text}</bdi>
        </p>
      </div>
    </li>
  );
}

function noticeText({ awayMs, neededMinutes }: Checks["notice"]) {
  const away = awayMs < 0 ? "In the past" : `${spanText(awayMs)} away`;
  return neededMinutes > 0 ? `${away}, ${spanText(neededMinutes * 60_000)} needed` : `${away}, none needed`;
}

/** "1 of 4 that day", and of a team with each host's name. */
function limitText({ limit, counts }: Limit, period: string, none: string) {
  if (limit === null) return none;
  const [only, ...others] = counts;
  if (only && others.length === 0) return `${only.count} of ${limit} that ${period}`;
  return `Of ${limit} that ${period}: ${counts.map(({ name, count }) => `${name} ${count}`).join(", ")}`;
}
