import { data } from "@remix-run/node";
import { randomUUID } from "node:crypto";
import { mostRequests, requestTime } from "~/domain/event-types/request-time.server";
import { TimeRequestInput } from "~/domain/event-types/time-request";
import { isZone } from "~/domain/time";
import { findOffer, keptQuery, namesOf, nothingOnOffer, offerOf, visitorOf } from "./booking-page.server";
import { readForm, type FieldError, type FormValues } from "./form.server";
import { readKey } from "./submit-booking.server";
import { visitorLocale } from "./visitor.server";

type Params = { workspace?: string; event?: string };

/** Where whoever finds no time that suits asks for one; after that the same address says that it was sent. */
export async function loadAskPage(request: Request, params: Params) {
  const { workspace, eventType } = await findOffer(params);
  if (!workspace || !eventType?.isActive) return nothingOnOffer(request, { workspace, eventType });
  const query = new URL(request.url).searchParams;
  const shown = {
    visitor: await visitorOf(request, eventType),
    workspace: namesOf(workspace),
    offer: offerOf(eventType),
    kept: keptQuery(query),
  };
  if (!eventType.takesTimeRequests) return { state: "closed" as const, ...shown };
  if (query.has("sent")) return { state: "sent" as const, ...shown };
  return { state: "open" as const, ...shown, submissionKey: randomUUID() };
}

/** Sends the request. Every refusal keeps what was typed. */
export async function submitRequest(request: Request, params: Params) {
  const { workspace, eventType } = await findOffer(params);
  const fallback = eventType ? (await visitorOf(request, eventType)).zone : "UTC";
  const form = await readForm(request, TimeRequestInput, (fields) => shape(fields, fallback));
  const values = form.ok ? form.values : form.problem.values;
  if (!workspace || !eventType?.isActive) return refusal(404, { outcome: "closed" });
  if (!eventType.takesTimeRequests) return refusal(409, { outcome: "closed" });
  if (!form.ok) return refusal(400, { outcome: "invalid", values, errors: form.problem.errors });

  const { locale } = visitorLocale(request);
  const now = Date.now();
  const submissionKey = readKey(values.submission_key?.[0]);
  const result = await requestTime({ eventType, workspace, input: form.data, locale, submissionKey, now });
  if (result.ok) return { outcome: "sent" as const, workspace, eventType };
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
