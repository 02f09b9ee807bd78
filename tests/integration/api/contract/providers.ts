import { afterAll } from "vitest";
import { startProviders } from "../../../support/providers";

/** Google and Microsoft, at which calendars are connected. Imported before the app's modules, which read of them once. */
export const { google, microsoft, stop } = await startProviders();

afterAll(stop);
