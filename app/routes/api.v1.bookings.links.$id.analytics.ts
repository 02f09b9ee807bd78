import { json } from "@remix-run/node";
import { localDay } from "~/domain/availability/zones";
import { findAccount } from "~/domain/accounts/accounts.server";
import { Dates, periodOf } from "~/domain/analytics/period";
import { loadFigures } from "~/domain/analytics/figures.server";
import { findLink } from "~/domain/links/links.server";
import { figuresJson } from "~/http/analytics-json.server";
import { FiguresAnswer } from "~/http/link-answer";
import { api, operation } from "~/http/api.server";
import { inWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { invalid, notFound } from "~/http/problem.server";

const read = operation({
  auth: "user",
  summary: "Count a link's visits and bookings",
  description:
    "Dates are dates in its owner's zone, a year at most, both inclusive. Without them: the last thirty days.",
  query: Dates.extend(inWorkspace),
  answers: { 200: FiguresAnswer },
  async handle({ request, user, params, query, now }) {
    const { workspace, role } = await requireOwnWorkspace(request, user, "analytics.read");
    const link = await findLink(workspace.id, params.id?.toLowerCase(), { userId: user.id, role });
    if (!link) return notFound();
    const owner = await findAccount(link.ownerId);
    const zone = owner!.user.timezone;
    const asked = periodOf(query, localDay(zone, now));
    if (!asked.ok) return invalid(asked.errors);
    const scope = { workspaceId: workspace.id, seen: null, only: { linkId: link.id } };
    return json(figuresJson(await loadFigures(scope, asked.period, zone)));
  },
});

export const { loader, action } = api("/api/v1/bookings/links/{id}/analytics", { GET: read });
