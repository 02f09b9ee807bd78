import { isProvider } from "~/domain/providers";
import { api, operation } from "~/http/api.server";
import { finishInBrowser } from "~/http/connect-in-browser.server";
import { notFound } from "~/http/problem.server";

/** Where a provider sends the browser of whoever was asked. The state says who may come back with it. */
export const { loader, action } = api("/api/v1/booking/calendars/callback/{provider}", {
  GET: operation({
    auth: "none",
    async handle({ request, user, sessionId, params, now }) {
      if (!isProvider(params.provider)) return notFound();
      const query = new URL(request.url).searchParams;
      return finishInBrowser({ query, provider: params.provider, user, sessionId, now });
    },
  }),
});
