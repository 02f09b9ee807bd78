import { calMe } from "~/http/v2/cal-me.server";
import { v2 } from "~/http/v2/v2.server";
import { calVersions } from "~/envelopes";

export const { loader, action } = v2("/v2/me", { cal: { versions: calVersions, operations: calMe } });
