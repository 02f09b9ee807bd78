import type { HostChoice } from "~/domain/event-types/choices";

type Option = { value: string; label: string };

export function hostOptions(hosts: HostChoice[], viewerId: string): Option[] {
  return byLabel(hosts.map(({ id, name }) => ({ value: id, label: id === viewerId ? "You" : name })));
}

export function byLabel(options: Option[]): Option[] {
  return options.sort((a, b) => a.label.localeCompare(b.label));
}
