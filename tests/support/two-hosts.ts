import type { Page } from "@playwright/test";
import { expect, readMail, uniqueEmail } from "./browser";
import { unique } from "./unique";

const password = "seven-lamps-and-a-buoy";

async function send(page: Page, path: string, data: object = {}, token = "") {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  const answer = await page.request.post(path, { data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Record<string, string>;
}

/** Ingrid, who owns a workspace, and Tomás, a member of it; one of them offers a meeting, which a guest can book. */
export async function twoHosts(page: Page, { offers }: { offers: "Ingrid" | "Tomás" }) {
  const register = (name: string, email: string) =>
    send(page, "/api/v1/auth/register", { name, email, password, timezone: "Europe/Oslo" });
  const [own, other, invitee] = [uniqueEmail("ingrid"), uniqueEmail("tomas"), uniqueEmail("vidya")];
  const { access_token: hers } = await register("Ingrid Halvorsen", own);
  const name = `northlight-${unique()}`;
  const workspace = `/api/v1/workspaces/${name}`;
  await send(page, "/api/v1/workspaces", { name: "Northlight", slug: name }, hers);
  await send(page, `${workspace}/members`, { email: other, role: "member" }, hers);
  const [, invitation] = /\/invite\/([\w-]+)/.exec((await readMail(other, /Northlight/)).text)!;
  const { access_token: his } = await register("Tomás Figueiredo", other);
  await send(page, `/api/v1/invitations/${invitation}/accept`, {}, his);
  const fields = { name: "Route planning", duration_minutes: 30 };
  const { slug } = await send(page, `${workspace}/booking/event-types`, fields, offers === "Ingrid" ? hers : his);
  const offer = `/api/v1/public/book/${name}/${slug}`;
  const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const slots = await page.request.get(`${offer}/slots?from=${date(2)}&to=${date(12)}&timezone=Europe/Oslo`);
  return {
    owner: { email: own, password },
    colleague: other,
    invitee,
    free: ((await slots.json()) as { slots: { start: string }[] }).slots.map(({ start }) => start),
    book: (start: string, guests: string[] = []) => {
      const who = { name: "Vidya Raghunathan", email: invitee, guests };
      return send(page, `${offer}/book`, { start, timezone: "Asia/Kolkata", ...who });
    },
  };
}
