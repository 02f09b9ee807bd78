import { durationWords } from "./offer-words";
import { useVisitor } from "./visitor";

type Props = { durations: number[]; chosen: number; hrefFor: (minutes: number) => string };

export function DurationChoice({ durations, chosen, hrefFor }: Props) {
  const { t, locale } = useVisitor();
  if (durations.length < 2) return null;
  return (
    <nav aria-labelledby="how-long" className="mt-6">
      <p id="how-long" className="pb-2 text-small font-semibold text-muted">
        {t("book.howLong")}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(4.25rem,1fr))] gap-2">
        {durations.map((minutes) => (
          <li key={minutes}>
            <a
              href={hrefFor(minutes)}
              className={`time px-1 ${minutes === chosen ? "time-on" : ""}`}
              aria-current={minutes === chosen ? "true" : undefined}
            >
              {durationWords(t, [minutes], locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
