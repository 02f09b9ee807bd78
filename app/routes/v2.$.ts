import { v2 } from "~/http/v2/v2.server";

/** Every address below /v2 that is no operation of ours. */
export const { loader, action } = v2("/v2/{rest}", {});
