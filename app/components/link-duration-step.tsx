import { lengthWords } from "~/domain/counts";
import { sortedUnique } from "~/domain/event-types/event-type";
import { typedList } from "~/domain/event-types/typed";
import type { WizardPage } from "~/http/link-wizard-page.server";
import { BufferBar } from "./buffer-bar";
import { CheckCard } from "./choice";
import { Field } from "./field";
import { Pair } from "./form";

const usual = [15, 30, 60, 120];

export function LinkDurationStep({ page }: { page: WizardPage }) {
  const { values, following } = page;
  const chosen = (values.durations ?? []).map(Number).filter((each) => each > 0);
  const followed = page.usual.durations.map(Number);
  const cards = sortedUnique([...usual, ...followed, ...chosen]);
  return (
    <>
      <fieldset>
        <legend className="label pb-1">How long can people choose?</legend>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          {cards.map((minutes) => (
            <CheckCard
              key={minutes}
              name="durations"
              value={String(minutes)}
              label={lengthWords(minutes)}
              hint={following && followed.includes(minutes) ? "The event type offers it" : undefined}
            />
          ))}
        </div>
      </fieldset>
      <div className="max-w-form space-y-5">
        <Field
          label="Other lengths"
          name="other_durations"
          optional
          inputMode="numeric"
          hint="In minutes, like 20, 45. Ten lengths at most."
        />
        <Pair>
          <Field label="Free time before" name="buffer_before" inputMode="numeric" unit="minutes" />
          <Field label="Free time after" name="buffer_after" inputMode="numeric" unit="minutes" />
        </Pair>
      </div>
      <Bar page={page} lengths={sortedUnique([...chosen, ...typedList(values.other_durations?.[0] ?? "")])} />
    </>
  );
}

/** Of what is saved and can be read. */
function Bar({ page: { values, usual }, lengths }: { page: WizardPage; lengths: number[] }) {
  const readable = lengths.filter((each) => each > 0);
  const length = readable.includes(usual.minutes) ? usual.minutes : readable[0];
  const before = Number(values.buffer_before?.[0]);
  const after = Number(values.buffer_after?.[0]);
  if (!length || !(before >= 0) || !(after >= 0)) return null;
  return <BufferBar before={before} length={length} after={after} />;
}
