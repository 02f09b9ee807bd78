import { paths } from "~/paths";
import { Tabs } from "./tabs";

type Props = { schedules: { id: string; name: string; isDefault: boolean }[]; currentId?: string };

/** Without a current one it is the new schedule's tab. */
export function ScheduleTabs({ schedules, currentId }: Props) {
  const items = schedules.map(({ id, name, isDefault }) => ({
    href: paths.schedule(id),
    label: name,
    note: isDefault ? "default" : undefined,
    isCurrent: id === currentId,
  }));
  return (
    <Tabs
      label="Schedules"
      items={[...items, { href: paths.newSchedule(), label: "New schedule", isCurrent: currentId === undefined }]}
    />
  );
}
