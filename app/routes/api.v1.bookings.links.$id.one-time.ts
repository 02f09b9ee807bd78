import { createOneTimeLink } from "~/domain/links/create-one-time-link.server";
import { OneTimeInput } from "~/domain/links/one-time-input";
import { listOneTimeLinks } from "~/domain/links/one-time-links.server";
import { findLink } from "~/domain/links/links.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { MadeLinkAnswer, OneTimeAnswer } from "~/http/link-answer";
import { madeLinkJson, oneTimeJson, oneTimeRefusal } from "~/http/one-time-json.server";
import { inWorkspace, ownLocation, OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { notFound } from "~/http/problem.server";
import { visitorLocale } from "~/http/visitor.server";

const listed = operation({
  auth: "user",
  summary: "List a link's one-time links",
  query: Page.extend(inWorkspace),
  answers: { 200: listOf(OneTimeAnswer) },
  async handle({ request, user, params, query, now }) {
    const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
    const viewer = { userId: user.id, role };
    const link = await findLink(workspace.id, params.id, viewer);
    if (!link) return notFound();
    const which = { workspaceId: workspace.id, viewer, linkId: link.id, now };
    const { items, total } = await listOneTimeLinks(which, query);
    return list(items.map(oneTimeJson), total, query);
  },
});

const made = operation({
  auth: "user",
  summary: "Make a one-time link",
  description:
    "For one person and one meeting. Its address is told once, here; with `send_email` its recipient is sent it, too.",
  query: OwnWorkspace,
  body: OneTimeInput,
  answers: { 201: MadeLinkAnswer },
  creates: true,
  example: { recipient_email: "ada@example.com", recipient_name: "Ada Okafor" },
  async handle({ request, user, params, body, now }) {
    const { workspace, role } = await requireOwnWorkspace(request, user, "links.own");
    const { locale } = visitorLocale(request);
    const wanted = { linkId: params.id ?? "" };
    const result = await createOneTimeLink({ workspace, host: user, role, wanted, input: body, locale, now });
    if (!result.ok) return oneTimeRefusal(result);
    return created(
      madeLinkJson(result.link, result.token, now),
      ownLocation(request, `/api/v1/bookings/one-time/${result.link.id}`),
    );
  },
});

export const { loader, action } = api("/api/v1/bookings/links/{id}/one-time", { GET: listed, POST: made });
