import type { Refused } from "~/domain/availability/reasons";
import { zoneTime } from "~/domain/time";
import { paths } from "~/paths";
import { DurationChoice } from "./duration-choice";
import { Select } from "./field";
import { Form, HiddenFields, Submit } from "./form";
import type { Typed } from "./offer-page";
import { Notice } from "./notice";
import { IconLine, Sheet } from "./page";
import { QuickBookOffer } from "./quick-book-offer";
import { hostsInBrief, hrefsOf, type QuickBookPage } from "./quick-book-page";
import { SlotHint, type Hint } from "./slot-hint";
import { SlotPicker, type SlotChoice } from "./slot-picker";
import { useVisitor } from "./visitor";

type Props = {
  page: QuickBookPage;
  choice: SlotChoice;
  /** What came back with a form whose time could not be read. */
  typed?: Typed;
  hint: Hint | null;
  refused: Refused | null;
};

/** The second step: a day and a time, in the host's own zone. */
export function QuickTimeStep({ page, choice, typed, hint, refused }: Props) {
  const { zone } = useVisitor();
  const { offer, person, hostId, durationMinutes } = page;
  const hrefFor = hrefsOf(page, typed);
  const shown = { date: choice.date, month: choice.date ? null : choice.month };
  return (
    <Sheet>
      <SlotHint hint={hint} refused={refused} />
      {page.areRefused ? (
        <div className="p-5 pb-0 sm:p-7 sm:pb-0">
          <Notice kind="wait" title="It cannot be booked with those who were chosen.">
            Not all of them host it, or somebody takes no meetings at present. These are the times of those who do.
          </Notice>
        </div>
      ) : null}
      <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)] xl:grid-cols-[17.5rem_minmax(0,1fr)_15.5rem]">
        <div className="p-5 sm:p-7">
          <QuickBookOffer page={page}>
            {person.name ? (
              <IconLine icon="mail">
                For <bdi>{person.name}</bdi>
              </IconLine>
            ) : null}
          </QuickBookOffer>
          <OtherChoice page={page} shown={shown} />
          <DurationChoice
            durations={offer.durations}
            chosen={durationMinutes}
            hrefFor={(duration) => hrefFor({ ...shown, duration: duration === offer.usualDuration ? null : duration })}
          />
          <p className="hint mt-6">{`Times are ${zoneTime(zone)}.`}</p>
          <p className="text-small">
            <a
              href={paths.troubleshoot({
                event: offer.id,
                host: hostId ?? teamOf(page),
                duration: durationMinutes,
                date: choice.date,
              })}
              className="inline-block py-1"
            >
              Why is a time not offered?
            </a>
          </p>
        </div>
        <SlotPicker choice={choice} hrefFor={hrefFor} />
      </div>
    </Sheet>
  );
}

/** As the page that explains times names a team. */
function teamOf({ kept }: QuickBookPage) {
  return kept.team ? `team:${kept.team}` : null;
}

type Shown = { date: string | null; month: string | null };

/** Another event type, or one host's time alone. A list with one entry is no question. */
function OtherChoice({ page, shown }: { page: QuickBookPage; shown: Shown }) {
  const { choices, offer, hosts, hostId, kept } = page;
  if (choices.length < 2 && hosts.length === 0) return null;
  const anybody = { value: "", label: hostsInBrief(offer) };
  const rest = Object.entries({ ...kept, ...shown, event: null, host: null }).filter(([, value]) => value !== null);
  return (
    <Form method="get" action={paths.newBooking()} className="mt-5 space-y-3">
      <HiddenFields values={Object.fromEntries(rest) as Record<string, string>} />
      {choices.length > 1 ? (
        <Select
          label="Event type"
          name="event"
          defaultValue={offer.id}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <HiddenFields values={{ event: offer.id }} />
      )}
      {hosts.length > 0 ? (
        <Select
          label="Whose time"
          name="host"
          required={false}
          defaultValue={hostId ?? ""}
          options={[anybody, ...hosts]}
        />
      ) : null}
      <Submit kind="second">Show times</Submit>
    </Form>
  );
}
