import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hostForms } from "./host-forms";
import { unique } from "./unique";
import { e2eInstance } from "./e2e-instance";

export { expect, test };

export const demo = { workspace: "acme-corp", email: "maya@acme-corp.example" };

/** Signs this page's browser in without the page; the demo's owner where nobody is named. */
export async function signIn(page: Page, who: { email: string; password: string } | undefined = undefined) {
  const { email, password } = who ?? { email: demo.email, password: await demoPassword() };
  const answer = await page.request.post("/login", { form: { email, password }, maxRedirects: 0 });
  expect([302, 303], "signing in redirects").toContain(answer.status());
}

export async function demoPassword() {
  const { dataDir } = await e2eInstance();
  return readFileSync(path.join(dataDir, "demo-password"), "utf8").trim();
}

export type Mail = { to: string; subject: string; text: string; html: string; ics: string | null; created_at: string };

/** The newest mail to an address whose subject matches, and which names `about`; waited for because a job writes it. */
export async function readMail(to: string, subject = /./, about = ""): Promise<Mail> {
  const { url } = await e2eInstance();
  for (let wait = 50; wait < 5_000; wait *= 1.4) {
    const response = await fetch(`${url}/api/v1/dev/outbox?to=${encodeURIComponent(to)}`);
    expect(response.status, "the outbox answers").toBe(200);
    const { items } = (await response.json()) as { items: Mail[] };
    const found = items.find((mail) => subject.test(mail.subject) && mail.text.includes(about));
    if (found) return found;
    await sleep(wait);
  }
  throw new Error(`No mail to ${to} with ${subject} came.`);
}

/** An address that no other test and no other project uses. */
export function uniqueEmail(name = "guest") {
  return `${name}-${unique()}@example.com`;
}

/**
 * No rule of WCAG 2.2 AA, and none of axe's best practices, is broken. In the dark only with scripts: colours need none. A
 * story that runs both ways is looked at with scripts, as they change the same pages.
 */
export async function expectNoViolations(page: Page) {
  if (!hasScripts() && !hostForms.test(test.info().file)) return;
  const { subject, close } = await withScripts(page);
  for (const colorScheme of hasScripts() ? (["light", "dark"] as const) : (["light"] as const)) {
    // Without motion: half-way from one scheme to the other no contrast holds.
    await subject.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page: subject }).setLegacyMode();
    // The page is the same in the dark, but for its colours.
    const { violations } = await (colorScheme === "dark" ? axe.withRules("color-contrast") : axe).analyze();
    const found = violations.map(({ id, help, nodes }) =>
      [`${id}: ${help}`, ...nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`)].join("\n"),
    );
    expect(found, `axe in ${colorScheme}, at ${page.url()}`).toEqual([]);
  }
  await close();
}

function hasScripts() {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** axe is a script itself: where pages run none, it looks at a copy of what this page shows, in a browser that runs them. */
async function withScripts(page: Page) {
  if (hasScripts()) {
    return { subject: page, close: () => page.emulateMedia({ colorScheme: null, reducedMotion: null }) };
  }
  // A link may have been followed a moment ago, and half a page breaks many rules.
  await page.waitForLoadState();
  const context = await page
    .context()
    .browser()!
    .newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  const subject = await context.newPage();
  const body = (await page.content()).replaceAll(/<\/?noscript>/g, "");
  await subject.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await subject.route("**/*.js", (route) => route.abort());
  await subject.goto(page.url());
  return { subject, close: () => context.close() };
}

/** Nothing has to be scrolled sideways at this width, which is also what 400 % zoom of 1280 looks like. */
export async function expectFits(page: Page, width = 320) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways overflow at ${width} px, at ${page.url()}`).toBeLessThanOrEqual(0);
  if (before) await page.setViewportSize(before);
}
