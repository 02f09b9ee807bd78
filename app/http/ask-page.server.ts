import { data, redirect } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import { mostRequests, requestTime } from "~/domain/event-types/request-time.server";
import { TimeRequestInput } from "~/domain/event-types/time-request";
import { isZone } from "~/domain/time";
import { paths } from "~/paths";
import { readForm, type FieldError, type FormValues } from "./form.server";
import { isForOne, wayBack } from "./link-offer.server";
import {
  findOffer,
  namesOf,
  nothingOnOffer,
  offerOf,
  statusOf,
  visitorOf,
  type OfferParams,
} from "./public-offer.server";
import { readKey } from "./submit-booking.server";
import { rememberChoices, visitorLocale } from "./visitor.server";

export async function showAskPage(request: Request, params: OfferParams) {
  const page = await loadAskPage(request, params);
  const headers = rememberChoices(request);
  if (isForOne(page)) headers.set("Cache-Control", "private, no-store");
  return data(page, { status: statusOf(page), headers });
}

/** Leads to where it says that the request was sent, or back to what is wrong. */
export async function answerAsking(request: Request, params: OfferParams) {
  const done = await submitRequest(request, params);
  if (!("workspace" in done)) return done;
  const { workspace, eventType, team, members } = done;
  const lang = new URL(request.url).searchParams.get("lang");
  const query = { team, members, lang, sent: 1 };
  const { token } = params;
  const page =
    token === undefined ? paths.askForTime(workspace.slug, eventType.slug, query) : paths.askByLink(token, query);
  return redirect(page, 303);
}

/** Where whoever finds no time that suits asks for one; after that the same address says that it was sent. */
async function loadAskPage(request: Request, params: OfferParams) {
  const found = await findAsked(request, params);
  if (found.state !== "open") return nothingOnOffer(request, found);
  const { workspace, held, team, link, kept } = found;
  const visitor = await visitorOf(request, held);
  const shown = { visitor, workspace: namesOf(workspace), offer: offerOf(held, team, link), kept };
  if (!held.takesTimeRequests) return { state: "closed" as const, ...shown };
  const isSent = new URL(request.url).searchParams.has("sent");
  if (isSent) return { state: "sent" as const, ...shown };
  return { state: "open" as const, ...shown, submissionKey: randomUUID() };
}

/** Whom nothing of a team's page suits names the team in the address, as `?team=`. */
function findAsked(request: Request, params: OfferParams) {
  const query = new URL(request.url).searchParams;
  return findOffer({ ...params, team: query.get("team") ?? undefined }, query);
}

/** Sends the request. Every refusal keeps what was typed. */
async function submitRequest(request: Request, params: OfferParams) {
  const found = await findAsked(request, params);
  const fallback = found.state === "open" ? (await visitorOf(request, found.held)).zone : "UTC";
  const form = await readForm(request, TimeRequestInput, (fields) => shape(fields, fallback));
  const values = form.ok ? form.values : form.problem.values;
  if (found.state !== "open") return refusal(statusOf(found), { outcome: "closed" });
  const { workspace, eventType, link, wish, kept } = found;
  if (!eventType.takesTimeRequests) return refusal(409, { outcome: "closed" });
  if (!form.ok) return refusal(400, { outcome: "invalid", values, errors: form.problem.errors });

  const { locale } = visitorLocale(request);
  const now = Date.now();
  const submissionKey = readKey(values.submission_key?.[0]);
  const result = await requestTime({
    ...{ eventType, workspace, wish, back: link ? wayBack(link) : undefined, input: form.data },
    ...{ locale, submissionKey, now },
  });
  if (result.ok) return { outcome: "sent" as const, workspace, eventType, team: wish.team, members: kept.members };
  if (result.reason === "not_taken") return refusal(409, { outcome: "closed" });
  const { whose, until } = result;
  const headers = { "Retry-After": String(Math.ceil((until - now) / 1000)) };
  return refusal(429, { outcome: "too_often", values, whose, count: mostRequests, until }, headers);
}

type Outcome =
  | { outcome: "closed" }
  | { outcome: "invalid"; values: FormValues; errors: FieldError[] }
  | { outcome: "too_often"; values: FormValues; whose: "address" | "all"; count: number; until: number };

function refusal(status: number, outcome: Outcome, headers: HeadersInit = {}) {
  return data(outcome, { status, headers });
}

function shape(fields: URLSearchParams, zoneFallback: string) {
  const zone = fields.get("timezone") ?? "";
  return {
    name: fields.get("name") ?? "",
    email: fields.get("email") ?? "",
    wish: fields.get("wish") ?? "",
    timezone: isZone(zone) ? zone : zoneFallback,
  };
}
