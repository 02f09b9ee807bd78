import { parseDate } from "~/domain/availability/calendar-days";
import { slotsByDay } from "~/domain/availability/month";
import type { Refused } from "~/domain/availability/reasons";
import { paths } from "~/paths";
import { AskLink } from "./ask-link";
import { DayRuler } from "./day-ruler";
import { DurationChoice } from "./duration-choice";
import { LinkButton } from "./form";
import { Notice } from "./notice";
import { OfferFacts, type Offer } from "./offer-facts";
import { askHrefOf, hrefsOf, offerHref, type OfferPage } from "./offer-page";
import { Section } from "./page";
import { SlotHint, type Hint } from "./slot-hint";
import { SlotPicker } from "./slot-picker";
import { useVisitor } from "./visitor";
import { ZoneChoice } from "./zone-choice";

/** The first step: a day and a time. */
export function TimeStep({ page, hint, refused }: { page: OfferPage; hint: Hint | null; refused: Refused | null }) {
  const { zone } = useVisitor();
  const { workspace, offer, durationMinutes, choice, kept, answers } = page;
  const hrefFor = hrefsOf(page);
  const askHref = askHrefOf(page);
  if (!choice) return <Again name={offer.name} href={hrefFor({})} />;
  const isFull = choice.slots.length === 0 && choice.nextFree === null;
  const day = choice.date === null ? null : parseDate(choice.date);
  const slots = day === null ? [] : (slotsByDay(choice.slots, zone).get(day) ?? []);
  const shown = { date: choice.date, month: choice.date ? null : choice.month };
  return (
    <>
      <SlotHint hint={hint} refused={refused} />
      <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)] lg:grid-cols-[17.5rem_minmax(0,1fr)_15.5rem]">
        <div className="p-5 sm:p-7">
          <OfferFacts offer={offer} durationMinutes={durationMinutes} />
          <DurationChoice
            durations={offer.durations}
            chosen={durationMinutes}
            hrefFor={(duration) => hrefFor({ ...shown, duration: duration === offer.usualDuration ? null : duration })}
          />
          <div className="mt-6 border-t border-rule pt-5">
            <ZoneChoice action={offerHref(workspace, offer)} kept={fieldsOf({ ...kept, ...answers, ...shown })} />
          </div>
        </div>
        {isFull ? (
          <Full workspace={workspace} offer={offer} askHref={askHref} />
        ) : (
          <SlotPicker choice={choice} hrefFor={hrefFor} below={<AskLink href={askHref} />} />
        )}
      </div>
      {day === null || slots.length === 0 ? null : (
        <Section>
          <DayRuler day={day} hosts={hostsOnRuler(offer)} free={{ slots, durationMinutes }} />
        </Section>
      )}
    </>
  );
}

/** The one host, or only their zone where the event type does not say who it is. */
function hostsOnRuler({ hosts, hostZone }: Offer) {
  return hostZone === null ? [] : [{ name: hosts[0]?.name ?? null, timezone: hostZone }];
}

/** After a form that could not be read, there is no calendar to show: only the way back to it. */
function Again({ name, href }: { name: string; href: string }) {
  const { t } = useVisitor();
  return (
    <Section>
      <h1 className="mb-5">{name}</h1>
      <Notice title={t("book.hint.time")} action={<a href={href}>{t("book.another")}</a>} />
    </Section>
  );
}

function Full({ workspace, offer, askHref }: Pick<OfferPage, "workspace" | "offer"> & { askHref: string | null }) {
  const { t } = useVisitor();
  const kind = offer.link?.isPicked ? (askHref ? "link.full" : "link.fullClosed") : "book.full";
  return (
    <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0 lg:col-span-2">
      <h2>{t(`${kind}.title`)}</h2>
      <p className="mt-2 max-w-text">{t(`${kind}.message`, { workspace: workspace.name })}</p>
      {askHref ? (
        <p className="my-5">
          <LinkButton kind="primary" href={askHref}>
            {t("book.ask.heading")}
          </LinkButton>
        </p>
      ) : null}
      <p className="mt-2">
        <a href={paths.book(workspace.slug)} className="inline-block py-1">
          {t("book.unknown.others", { workspace: workspace.name })}
        </a>
      </p>
    </div>
  );
}

function fieldsOf(query: Record<string, string | string[] | null>) {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? undefined]));
}
