import { formatTime, offsetLabel, zoneCity, zoneLabel, zoneNames } from "~/domain/time";
import type { MessageKey } from "~/messages/translate";
import { Select, type Option } from "./field";
import { Form, HiddenFields, Submit } from "./form";
import type { FormValues } from "./form-state";
import { Icon } from "./icon";
import { useVisitor } from "./visitor";

type Props = {
  action: string;
  /** What else stands in the page's address, and stays there. */
  kept: FormValues;
};

/** The zone that times are shown in, and a form to change it. */
export function ZoneChoice({ action, kept }: Props) {
  const { t, zone, now, locale } = useVisitor();
  return (
    <div className="flex items-start gap-3">
      <Icon name="globe" className="mt-0.5 text-muted" />
      <div className="min-w-0 grow">
        <p>
          <strong className="font-semibold">{zoneCity(zone)}</strong>{" "}
          {zone === "UTC" ? null : <span className="whitespace-nowrap text-muted">{offsetLabel(zone, now)}</span>}
        </p>
        <p className="hint">{t("common.zone.now", { time: formatTime(now, zone, locale) })}</p>
        <ZoneForm action={action} kept={kept} />
      </div>
    </div>
  );
}

export function ZoneForm({ action, kept }: Props) {
  const { t, isZoneKnown } = useVisitor();
  return (
    <details className="no-print">
      <summary className="inline-block cursor-pointer py-1 text-small text-sea underline decoration-1 underline-offset-[3px] hover:text-sea-deep">
        {t("common.zone.change")}
      </summary>
      <Form method="get" action={action} zoneField={isZoneKnown ? undefined : "timezone"} className="mt-2 space-y-3">
        <HiddenFields values={{ ...kept, timezone: undefined }} />
        <ZoneField />
        <Submit kind="second" small>
          {t("common.zone.show")}
        </Submit>
      </Form>
    </details>
  );
}

/** Every zone to choose from, with the visitor's own chosen. */
export function ZoneField({ hint }: { hint?: string }) {
  const { t, zone } = useVisitor();
  return <Select name="timezone" label={t("common.zone.label")} hint={hint} options={useZones()} defaultValue={zone} />;
}

const regions = [
  "Africa",
  "America",
  "Antarctica",
  "Arctic",
  "Asia",
  "Atlantic",
  "Australia",
  "Europe",
  "Indian",
  "Pacific",
];

function useZones(): Option[] {
  const { t, zone, now, language } = useVisitor();
  const names = zoneNames();
  const collator = new Intl.Collator(language);
  const zones = names.map((name) => ({ value: name, label: zoneLabel(name, now), region: name.split("/")[0]! }));
  const grouped = regions.flatMap((region) =>
    zones
      .filter((each) => each.region === region)
      .sort((a, b) => collator.compare(a.label, b.label))
      .map(({ value, label }) => ({ value, label, group: t(`common.region.${region}` as MessageKey) })),
  );
  const own = names.includes(zone) && zone !== "UTC" ? [] : [{ value: zone, label: zoneLabel(zone, now) }];
  const utc = zone === "UTC" ? [] : [{ value: "UTC", label: "UTC" }];
  return [...own, ...grouped, ...utc];
}
