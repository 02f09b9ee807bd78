import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, readMail, signIn, test, uniqueEmail } from "../support/browser";
import { unique } from "../support/unique";

const password = "seven-lamps-and-a-buoy";

async function send(page: Page, path: string, data: object = {}, token = "") {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  const answer = await page.request.post(path, { data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Record<string, string>;
}

/** An owner, and a member of whom a guest booked two meetings. Signed in as the owner. */
async function busyMember(page: Page) {
  const register = (name: string, email: string) =>
    send(page, "/api/v1/auth/register", { name, email, password, timezone: "Europe/Oslo" });
  const [own, other, invitee] = [uniqueEmail("ingrid"), uniqueEmail("tomas"), uniqueEmail("vidya")];
  const { access_token: token } = await register("Ingrid Halvorsen", own);
  const name = `northlight-${unique()}`;
  const workspace = `/api/v1/workspaces/${name}`;
  await send(page, "/api/v1/workspaces", { name: "Northlight", slug: name }, token);
  await send(page, `${workspace}/members`, { email: other, role: "member" }, token);
  const [, invitation] = /\/invite\/([\w-]+)/.exec((await readMail(other, /Northlight/)).text)!;
  const { access_token: theirs } = await register("Tomás Figueiredo", other);
  await send(page, `/api/v1/invitations/${invitation}/accept`, {}, theirs);
  const fields = { name: "Route planning", duration_minutes: 30 };
  const { slug } = await send(page, `${workspace}/booking/event-types`, fields, theirs);
  const offer = `/api/v1/public/book/${name}/${slug}`;
  const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const slots = await page.request.get(`${offer}/slots?from=${date(2)}&to=${date(12)}&timezone=Europe/Oslo`);
  const free = ((await slots.json()) as { slots: { start: string }[] }).slots;
  for (const { start } of free.slice(0, 2)) {
    await send(page, `${offer}/book`, { start, timezone: "Asia/Kolkata", name: "Vidya Raghunathan", email: invitee });
  }
  await signIn(page, { email: own, password });
  return invitee;
}

test("an owner deactivates a member, hands over one of their meetings and cancels the other", async ({ page }) => {
  const invitee = await busyMember(page);
  await page.goto("/booking/settings/members");
  await page.getByRole("link", { name: "Change Tomás Figueiredo" }).click();
  await page.getByRole("link", { name: "Deactivate…" }).click();
  await expect(page.getByRole("heading", { name: "2 meetings to come" })).toBeVisible();
  await page.getByLabel("Message").fill("Tomás has left us.");
  await page.getByRole("button", { name: "Do all this and deactivate them" }).click();
  await expect(page.getByRole("alert")).toContainText("Not everything is settled yet.");
  await expect(page.getByLabel("Message")).toHaveValue("Tomás has left us.");
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByLabel("Route planning").selectOption({ label: "Nobody: switch it off" });
  await page.getByLabel("All of these meetings").selectOption({ label: "You, free for 2 of 2" });
  await page
    .getByLabel(/^What happens to/)
    .nth(1)
    .selectOption({ label: "Cancel it" });
  await page.getByRole("button", { name: "Do all this and deactivate them" }).click();
  await expect(page.getByRole("status")).toContainText("1 meeting was handed over, and 1 was cancelled.");
  await expect(page.getByRole("row", { name: /Tomás Figueiredo/ })).toContainText("Deactivated");
  await expectNoViolations(page);
  expect((await readMail(invitee, /^Cancelled/)).text).toContain("Tomás has left us.");

  await page.getByRole("link", { name: "Change Tomás Figueiredo" }).click();
  await page.getByRole("link", { name: "Reactivate…" }).click();
  await page.getByRole("button", { name: "Reactivate them" }).click();
  await expect(page.getByRole("status")).toContainText("Tomás Figueiredo is active again.");
});
