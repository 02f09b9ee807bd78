import type { Call } from "../../fakes/routes";
import { instantOfParameter } from "../mailbox/date-times";
import type { Window } from "../mailbox/instances";
import { GraphError } from "./errors";
import { parameter } from "./graph-route";

const longest = 1825 * 86_400_000;

/** The stretch that a call asks for. */
export function readWindow(call: Call): Window {
  const [from, to] = [parameter(call, "startDateTime"), parameter(call, "endDateTime")];
  if (from === null || to === null) {
    const text =
      "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.";
    throw new GraphError(400, "ErrorInvalidParameter", text);
  }
  const [start, end] = [instantOfParameter(from), instantOfParameter(to)];
  if (start === null || end === null) {
    throw new GraphError(400, "ErrorInvalidParameter", "A date and time of the window is not in ISO 8601.");
  }
  if (end < start || end - start > longest) {
    throw new GraphError(
      400,
      "ErrorInvalidParameter",
      "The window ends before it starts, or is longer than 1825 days.",
    );
  }
  return { start, end };
}
