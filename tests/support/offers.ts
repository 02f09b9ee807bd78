import type { Page } from "@playwright/test";
import { expect, uniqueEmail } from "./browser";
import { unique } from "./unique";

type Made = {
  id: string;
  access_token: string;
  slug: string;
  uid: string;
  token: string;
  slots: { start: string }[];
};

/** A new workspace in Oslo with one host and one event type, whose booking page is at `page`. */
export async function makeOffer(page: Page, settings: Record<string, unknown> = {}) {
  const ask = async (method: "get" | "post", path: string, data?: unknown, token?: string) => {
    const headers = token ? { Authorization: `Bearer ${token}` } : undefined;
    const answer = await page.request[method](`/api/v1${path}`, { data, headers });
    expect(answer.ok(), `${path} answers ${answer.status()}`).toBe(true);
    return (await answer.json()) as Made;
  };
  const email = uniqueEmail("ingrid");
  const host = { name: "Ingrid Halvorsen", email, password: "a long enough password", timezone: "Europe/Oslo" };
  const { access_token: token } = await ask("post", "/auth/register", host);
  const workspace = `northlight-${unique()}`;
  await ask("post", "/workspaces", { name: "Northlight", slug: workspace }, token);
  const eventTypes = `/workspaces/${workspace}/booking/event-types`;
  const fields = { name: "Route planning", duration_minutes: 30, ...settings };
  const { slug } = await ask("post", eventTypes, fields, token);
  await page.context().clearCookies();

  /** Books the first time that is free from some days from now on, and gives the meeting's address. */
  async function book({ days = 14, invitee = uniqueEmail("vidya") } = {}) {
    const date = (ahead: number) => new Date(Date.now() + (days + ahead) * 86_400_000).toISOString().slice(0, 10);
    const offer = `/public/book/${workspace}/${slug}`;
    const { slots } = await ask("get", `${offer}/slots?from=${date(0)}&to=${date(4)}&timezone=Europe/London`);
    const who = { name: "Vidya Raghunathan", email: invitee, timezone: "Europe/London" };
    const { uid } = await ask("post", `${offer}/book`, { ...who, start: slots[2]!.start });
    return `/meeting/${uid}`;
  }

  /** The address of a link to it, whose form asks these questions. */
  async function link(title: string, questions: Record<string, unknown>[]) {
    const template = await ask("post", "/bookings/templates", { name: "Intake", questions }, token);
    const asking = { ...fields, name: "Route planning, asked", template_id: template.id };
    const { id } = await ask("post", eventTypes, asking, token);
    const made = await ask("post", "/bookings/links", { title, event_type_id: id }, token);
    return `/public/bookings/${made.token}`;
  }
  return { page: `/book/${workspace}/${slug}`, host: email, password: host.password, book, link };
}
