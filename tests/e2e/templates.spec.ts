import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, signIn, test } from "../support/browser";
import { unique } from "../support/unique";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const row = (page: Page, number: number) => page.getByRole("group", { name: `Question ${number}`, exact: true });
const labels = (page: Page) =>
  page
    .getByLabel("Question", { exact: true })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test("a template is made from a starter: questions are added, moved and taken out, seen and saved", async ({
  page,
}) => {
  await signIn(page);
  await page.goto("/booking/templates");
  await page.getByRole("link", { name: "Begin with this starter, Office hours" }).click();
  await expect(page.getByLabel("Question", { exact: true })).toHaveCount(4);
  const before = await labels(page);

  const name = `Office hours ${unique()}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await button(page, "Add question").click();
  await expect(row(page, 5).getByLabel("Question", { exact: true })).toBeFocused();
  await expect(page.getByRole("status")).toContainText("Not saved yet");
  await row(page, 5).getByLabel("Question", { exact: true }).fill("Which group are you in?");
  await row(page, 5).getByLabel("Type of answer").selectOption("radio");
  await button(page, "Move up question 5").click();
  await expect(row(page, 4)).toBeFocused();
  await button(page, "Remove question 1").click();
  await expect.poll(() => labels(page)).toEqual([before[1], before[2], "Which group are you in?", before[3]]);

  await button(page, "Make this template").click();
  await expect(page.getByRole("alert")).toContainText("Question 3: Give two options or more to choose from.");
  await expect(row(page, 3).getByLabel("Options")).toBeFocused();
  await row(page, 3).getByLabel("Options").fill("Morning\nEvening");
  await button(page, "Show preview").click();
  await expect(page.getByRole("heading", { name: "What an invitee sees" })).toBeFocused();
  await expect(page.getByRole("radio", { name: "Evening" })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);

  await button(page, "Make this template").click();
  await expect(page.getByRole("status")).toContainText(`“${name}” is made.`);
  await expect(page.getByText("4 questions, version 1.")).toBeVisible();
  await page.goto("/booking/event-types/new");
  await expect(page.getByLabel("Template", { exact: true }).getByRole("option", { name })).toHaveCount(1);
});
