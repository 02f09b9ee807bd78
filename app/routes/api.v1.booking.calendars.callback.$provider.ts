import { z } from "zod";
import { isProvider } from "~/domain/providers";
import { api, operation } from "~/http/api.server";
import { finishInBrowser } from "~/http/connect-in-browser.server";
import { notFound } from "~/http/problem.server";

/** Where a provider sends the browser of whoever was asked. The state says who may come back with it. */
export const { loader, action } = api("/api/v1/booking/calendars/callback/{provider}", {
  GET: operation({
    auth: "none",
    summary: "Come back from a calendar's provider",
    description:
      "Where Google and Microsoft send the browser of whoever said yes. It leads on to a page; where a program began it, it answers with words, and the program goes on with `code` and `state` from the address.",
    query: z.object({ state: z.string().optional(), code: z.string().optional(), error: z.string().optional() }),
    answers: { 200: null, 303: null },
    async handle({ request, user, sessionId, params, now }) {
      if (!isProvider(params.provider)) return notFound();
      const query = new URL(request.url).searchParams;
      return finishInBrowser({ query, provider: params.provider, user, sessionId, now });
    },
  }),
});
