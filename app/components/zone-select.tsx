import { zoneNames } from "~/domain/time";
import { Select } from "./field";

type Props = { label: string; name: string; value: string; hint?: string };

/** Every time zone, with the present one even where it goes by an older name. */
export function ZoneSelect({ value, ...props }: Props) {
  const names = new Set([...zoneNames(), value]);
  const options = [...names].map((name) => ({ value: name, label: name.replaceAll("_", " ") }));
  return <Select options={options} defaultValue={value} {...props} />;
}
