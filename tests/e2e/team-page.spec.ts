import { demo, expect, expectFits, expectNoViolations, test, uniqueEmail } from "../support/browser";
import { chooseDay, chooseTime, fillDetails } from "../support/booking";

const team = `/book/${demo.workspace}/project-advice/team/project-advice`;

test("whoever has a link to one of a team books them, and nobody else", async ({ page }) => {
  const answer = await page.request.get(`/api/v1/public/book/${demo.workspace}/team/project-advice`);
  const { members } = (await answer.json()) as { members: { user_id: string; name: string }[] };
  const daniel = members.find(({ name }) => name === "Daniel Okonkwo")!.user_id;

  const wrong = await page.goto(`${team}?members=${daniel},somebody`);
  expect(wrong?.status()).toBe(400);
  await expect(page.getByRole("heading", { name: "Not everybody in this link can be booked" })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("link", { name: "See the times of everybody in Project advice" }).click();
  await expect(page.getByText("One of 3 people")).toBeVisible();

  await page.goto(`${team}?members=${daniel}`);
  await expectNoViolations(page);
  await page.getByRole("link", { name: "No time fits? Ask for one" }).click();
  await expect(page.getByText("Daniel Okonkwo reads")).toBeVisible();
  await page.getByRole("link", { name: "Back to the free times" }).click();
  await page.getByText("Change time zone").click();
  await page.getByLabel("Time zone").selectOption("America/Chicago");
  await page.getByRole("button", { name: "Show times in this zone" }).click();
  await chooseDay(page, 7);
  await chooseTime(page);
  await expect(page).toHaveURL(new RegExp(`${team}\\?.*members=${daniel}`));
  await fillDetails(page, { name: "Vidya", email: "vidya@example,in" });
  await page.getByRole("button", { name: /^Book/ }).click();
  await expect(page.getByRole("alert")).toContainText("One answer needs another look.");
  await page.getByRole("link", { name: "Back to times" }).click();
  await expect(page.getByText("Daniel Okonkwo", { exact: true })).toBeVisible();
  const time = await chooseTime(page);
  await page.getByLabel("Email address").fill(uniqueEmail("vidya"));
  await page.getByRole("button", { name: /^Book/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(time);
  await expect(page.getByText("Daniel Okonkwo").first()).toBeVisible();
});
