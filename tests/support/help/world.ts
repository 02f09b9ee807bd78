import { expect, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import path from "node:path";

/** What the pictures show besides the demo: some picks, a request that waits for answers, a connected calendar. */
export type World = {
  bookingPath: string;
  fairnessPath: string;
  rsvpPath: string;
  whyPath: string;
  /** "2027-01" */
  nextMonth: string;
};

const host = { email: "maya@acme-corp.example" };
const day = 86_400_000;

export async function furnishWorld(page: Page, dataDir: string): Promise<World> {
  const password = readFileSync(path.join(dataDir, "demo-password"), "utf8").trim();
  await page.request.post("/login", { form: { email: host.email, password }, maxRedirects: 0 });
  await connectGoogle(page);
  for (const name of ["Tove Halvorsen", "Mei Tanaka", "Ada Park", "Kofi Mensah", "Nils Berg"]) {
    await bookFirst(page, "project-advice", name);
  }
  const intro = await bookFirst(page, "intro-call", "Vidya Raghunathan");
  await bookFirst(page, "project-kick-off", "Ragnar Lind");
  return {
    bookingPath: await hrefOf(page, "/booking/bookings", /Vidya Raghunathan/),
    fairnessPath: await fairnessOf(page),
    rsvpPath: await rsvpOf(page, "daniel@acme-corp.example"),
    whyPath: await whyOf(page, intro.start),
    nextMonth: new Date(Date.now() + 30 * day).toISOString().slice(0, 7),
  };
}

async function connectGoogle(page: Page) {
  await page.goto("/booking/calendars");
  await page.getByRole("link", { name: "Connect Google" }).click();
  await page.getByRole("button", { name: "Continue to Google" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(async () => {
    await page.goto("/booking/calendars");
    await expect(page.getByText(/^In sync/)).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

/** The first time from three days on at which all of the demo's hosts are awake, by the API that everybody may call. */
async function bookFirst(page: Page, event: string, name: string): Promise<{ start: string }> {
  const at = `/api/v1/public/book/acme-corp/${event}`;
  const date = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const offered = await page.request.get(`${at}/slots?from=${date(3)}&to=${date(14)}&timezone=Europe/Oslo`);
  const { slots } = (await offered.json()) as { slots: { start: string }[] };
  const { start } = slots.find((slot) => slot.start.includes("T14:")) ?? slots[0]!;
  const email = `${name.split(" ")[0]!.toLowerCase()}@example.com`;
  const booked = await page.request.post(`${at}/book`, { data: { start, timezone: "Europe/Oslo", name, email } });
  expect(booked.status(), `booking ${event}`).toBe(201);
  return { start };
}

async function hrefOf(page: Page, list: string, name: RegExp) {
  await page.goto(list);
  return (await page.getByRole("main").getByRole("link", { name }).first().getAttribute("href"))!;
}

async function fairnessOf(page: Page) {
  const team = await hrefOf(page, "/booking/teams", /^Fairness/);
  await page.goto(team);
  const advice = page.getByLabel("Event type").locator("option", { hasText: "Project advice" });
  return `${team}?event_type=${await advice.getAttribute("value")}`;
}

async function rsvpOf(page: Page, email: string) {
  let found: RegExpExecArray | null | undefined;
  await expect(async () => {
    const answer = await page.request.get(`/api/v1/dev/outbox?to=${encodeURIComponent(email)}`);
    const { items } = (await answer.json()) as { items: { text: string }[] };
    found = items.map(({ text }) => /\/rsvp\/[\w-]+/.exec(text)).find(Boolean);
    expect(found).toBeTruthy();
  }).toPass({ timeout: 20_000 });
  return found![0];
}

async function whyOf(page: Page, start: string) {
  await page.goto("/booking/troubleshoot");
  const intro = page.getByLabel("Event type").locator("option", { hasText: /^Intro call$/ });
  return `/booking/troubleshoot?event=${await intro.getAttribute("value")}&time=${encodeURIComponent(start)}`;
}
