import { plainEvents } from "~/http/v2/plain-events.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/events", { plain: plainEvents });
