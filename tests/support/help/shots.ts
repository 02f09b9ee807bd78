import type { Page } from "@playwright/test";
import type { PictureName } from "../../../app/components/help/picture-sizes";
import type { World } from "./world";

/** How a page comes to be seen, and the part of it that is taken: from the top of `part`, `height` at most. */
export type Shot = {
  open: (page: Page, world: World) => Promise<unknown>;
  part: string;
  height: number;
  /** Of the window, where it is not the usual one. */
  width?: number;
};

const goTo = (path: string) => (page: Page) => page.goto(path);

/** The first of a list. */
const follow = (path: string, link: string) => async (page: Page) => {
  await page.goto(path);
  await page.locator(link).first().click();
};

async function goToOneTime(page: Page) {
  await page.goto("/booking/links/one-time/new");
  await page.getByLabel("Name").fill("Ada Park");
  await page.getByLabel("Email address").fill("ada@example.com");
  await page.getByLabel("Email address").blur();
  await page.getByLabel("Event type or link").selectOption({ index: 1 });
}

/** Every picture of the guide, by its name. */
export const shots: Record<PictureName, Shot> = {
  analytics: { open: goTo("/booking/analytics"), part: "main", height: 980 },
  booking: { open: (page, world) => page.goto(world.bookingPath), part: "main", height: 900, width: 820 },
  "booking-page": {
    open: (page, world) => page.goto(`/book/acme-corp/intro-call?timezone=Europe/Oslo&month=${world.nextMonth}`),
    part: "main",
    height: 780,
    width: 900,
  },
  calendars: { open: goTo("/booking/calendars"), part: "main .sheet", height: 640 },
  "event-type": {
    open: follow("/booking/event-types", 'tbody th a:has-text("Intro call")'),
    part: "main form .sheet",
    height: 700,
  },
  fairness: { open: (page, world) => page.goto(world.fairnessPath), part: "main", height: 760 },
  links: { open: goTo("/booking/links"), part: "main", height: 760 },
  "one-time": { open: goToOneTime, part: "main", height: 880 },
  rsvp: { open: (page, world) => page.goto(world.rsvpPath), part: "main", height: 820 },
  schedule: { open: goTo("/booking/availability"), part: "main form .sheet", height: 680 },
  template: { open: follow("/booking/templates", "tbody th a"), part: "main", height: 800 },
  why: { open: (page, world) => page.goto(world.whyPath), part: "main", height: 780 },
};
