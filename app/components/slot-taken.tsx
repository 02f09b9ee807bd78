import type { ReactNode } from "react";
import { monthOf } from "~/domain/availability/month";
import { refusalSentence } from "~/domain/availability/reasons";
import type { Reason } from "~/domain/availability/slots";
import { localDay } from "~/domain/availability/zones";
import { formatDayLong, formatTime, isoInstant } from "~/domain/time";
import { AskLink } from "./ask-link";
import { DayRuler } from "./day-ruler";
import { distanceWords } from "./distance-words";
import { Form, HiddenFields, Submit } from "./form";
import type { FormValues } from "./form-state";
import { Notice } from "./notice";
import { Section } from "./page";
import { monthName } from "./slot-month";
import { useVisitor } from "./visitor";

export type Taken = {
  start: number;
  end: number;
  durationMinutes: number;
  code: Reason;
  noticeMinutes: number;
  alternatives: { start: number; end: number }[];
  sameDay: number[];
};

type Props = {
  taken: Taken;
  /** "Intro call, 30 minutes. Kolkata time." */
  sentence: string;
  /** The words that the answers are kept, and where to go on. */
  kept: string;
  /** Goes out again with whatever time is taken instead. */
  values: FormValues;
  verb: (time: string) => string;
  allTimes: (month: string) => string;
  /** Where to ask for a time that isn't on offer, if anybody takes such requests. */
  askHref?: string | null;
  children?: ReactNode;
};

/** Somebody was faster: what is free nearby, with everything that was typed still there. */
export function SlotTaken({ taken, sentence, kept, values, verb, allTimes, askHref, children }: Props) {
  const { t, zone, locale, language, now } = useVisitor();
  const month = monthOf(localDay(zone, taken.start));
  const time = formatTime(taken.start, zone, locale);
  return (
    <>
      <Section>
        <Notice
          kind="wait"
          icon="clock"
          title={refusalSentence({ ...taken, zone, locale, language, now })}
          isRefusal
          className="max-w-text"
        >
          <span className="block">{taken.alternatives.length > 0 ? kept : t("book.taken.nothingLeft")}</span>
        </Notice>
        {taken.alternatives.length > 0 ? (
          <>
            <h1 className="mt-7">{t("book.taken.title")}</h1>
            <p className="mt-1 text-muted">{sentence}</p>
            <Form className="mt-5">
              <HiddenFields values={values} />
              <ul className="grid border-s border-t border-rule sm:grid-cols-2 lg:grid-cols-4">
                {taken.alternatives.map(({ start }, index) => (
                  <li key={start} className="border-b border-e border-rule p-5">
                    <Alternative start={start} wish={taken.start} verb={verb} isNearest={index === 0} />
                  </li>
                ))}
              </ul>
            </Form>
          </>
        ) : (
          <h1 className="mt-7">{t("book.taken.none")}</h1>
        )}
        <p className="mt-5">
          <a href={allTimes(month)} className="inline-block py-1">
            {t("book.taken.all", { month: monthName(month, locale) })}
          </a>
        </p>
        <AskLink href={askHref ?? null} />
      </Section>
      <Section>
        <DayRuler
          day={localDay(zone, taken.start)}
          hosts={[]}
          free={{ slots: taken.sameDay, durationMinutes: taken.durationMinutes }}
          meeting={{
            start: taken.start,
            end: taken.end,
            label: taken.code === "claimed" ? t("book.taken.mark", { time }) : time,
          }}
          text={t("book.taken.stillFree", { count: taken.sameDay.length })}
        />
      </Section>
      {children}
    </>
  );
}

type AlternativeProps = { start: number; wish: number; verb: Props["verb"]; isNearest: boolean };

function Alternative({ start, wish, verb, isNearest }: AlternativeProps) {
  const { t, zone, locale, now } = useVisitor();
  const time = formatTime(start, zone, locale);
  const day = formatDayLong(start, zone, locale, now);
  return (
    <>
      <p className="font-display text-h1">
        <time dateTime={isoInstant(start)}>{time}</time>
      </p>
      <p className="font-semibold">{day}</p>
      <p className="hint mb-4">{distanceWords(t, wish, start, zone)}</p>
      <Submit kind={isNearest ? "primary" : "second"} wide name="start" value={isoInstant(start)}>
        {verb(time)}
        <span className="sr-only">, {day}</span>
      </Submit>
    </>
  );
}
