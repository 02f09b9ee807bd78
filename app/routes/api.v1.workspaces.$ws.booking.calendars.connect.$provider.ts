import { AnswerInput } from "~/domain/calendars/calendar-patch";
import { connectingAddress } from "~/domain/calendars/registration.server";
import { isProvider } from "~/domain/providers";
import { findConnection } from "~/domain/calendars/connections.server";
import { api, created, operation } from "~/http/api.server";
import { CalendarAnswer, ConsentAnswer } from "~/http/calendar-answer";
import { calendarJson } from "~/http/calendar-json.server";
import { beginForProgram, finishForProgram } from "~/http/connect-by-program.server";
import { requireMember } from "~/http/member.server";
import { notFound } from "~/http/problem.server";

/** Connecting by a program: it sends its user to the address, and brings back what the provider's redirect says. */
export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/calendars/connect/{provider}", {
  GET: operation({
    auth: "user",
    summary: "Begin to connect a calendar",
    description: "Send its owner to `auth_url`, and bring back `code` and `state` from the address where that ends.",
    answers: { 200: ConsentAnswer },
    async handle({ user, params, now }) {
      const { workspace } = await requireMember(user, params.ws, "calendars.own");
      if (!isProvider(params.provider)) return notFound();
      const redirectUri = connectingAddress(params.provider);
      return beginForProgram({
        workspaceId: workspace.id,
        userId: user.id,
        provider: params.provider,
        redirectUri,
        now,
      });
    },
  }),
  POST: operation({
    auth: "user",
    summary: "Connect a calendar",
    description: "With what the provider's redirect brought.",
    body: AnswerInput,
    answers: { 201: CalendarAnswer },
    creates: true,
    reachesOut: true,
    async handle({ user, sessionId, params, body, now }) {
      const { workspace } = await requireMember(user, params.ws, "calendars.own");
      if (!isProvider(params.provider)) return notFound();
      const owner = { workspaceId: workspace.id, userId: user.id };
      const { id } = await finishForProgram({ ...owner, ...body, provider: params.provider, sessionId, now });
      const made = await findConnection(owner, id);
      if (!made) return notFound();
      const path = `/api/v1/workspaces/${params.ws}/booking/calendars/${made.id}`;
      return created(calendarJson(made), path);
    },
  }),
});
