import type { HostChoice } from "~/domain/event-types/choices";
import type { FormError } from "./form-state";

/** What is wrong in the table of hosts, each with the name of whom it is about: the same words may stand there twice. */
export function withHostNames(errors: FormError[], hosts: HostChoice[]): FormError[] {
  return errors.map((error) => {
    const [table, id] = error.path.split(".");
    const host = table === "shares" ? hosts.find((each) => each.id === id) : undefined;
    return host ? { ...error, label: `${host.name}: ${error.message}` } : error;
  });
}
