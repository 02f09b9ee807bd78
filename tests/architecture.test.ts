import path from "node:path";
import { describe, expect, it } from "vitest";
import { reachedFromComponents, wrongDirections } from "./support/architecture/directions";
import { brokenHabits } from "./support/architecture/habits";
import { parseAll, readRepository } from "./support/architecture/source";

describe("the repository", () => {
  const sources = readRepository(path.resolve(import.meta.dirname, ".."));

  it("imports in the agreed direction", () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(wrongDirections(sources)).toEqual([]);
  });

  it("keeps server code out of the browser's reach", () => {
    expect(reachedFromComponents(sources)).toEqual([]);
  });

  it("keeps its habits", () => {
    expect(brokenHabits(sources)).toEqual([]);
  });
});

describe("the direction of imports", () => {
  it.each([
    ["app/routes/book.tsx", `import { db } from "~db/client";`],
    ["app/routes/book.tsx", `import { DateTime } from "luxon";`],
    ["app/routes/book.tsx", `export { send } from "../integrations/resend.server";`],
    ["app/routes/book.tsx", `const { db } = await import("../../db/client");`],
    ["app/components/page.tsx", `import { readForm } from "~/http/form.server";`],
    ["app/components/page.tsx", `import { book } from "~/domain/bookings/book.server";`],
    ["app/components/page.tsx", `import { type Booking } from "~/domain/bookings/bookings.server";`],
    ["app/domain/bookings/booking.ts", `import { bookings } from "~db/schema";`],
    ["app/domain/bookings/booking.ts", `import { randomUUID } from "node:crypto";`],
    ["app/domain/bookings/book.server.ts", `import { requireUser } from "~/http/auth.server";`],
    ["app/domain/bookings/book.server.ts", `import { redirect } from "@remix-run/node";`],
    ["app/domain/bookings/book.server.ts", `import { bookingMail } from "~/emails/booking-mail";`],
    ["app/integrations/google.server.ts", `import { db } from "~db/client";`],
    ["db/queue.ts", `import { tasks } from "../jobs/tasks";`],
    ["db/demo/seed.ts", `import { isZone } from "~/domain/time";`],
    ["app/http/auth.server.ts", `import { startWorker } from "../../jobs/worker";`],
    ["app/routes/readyz.ts", `import { createWeb } from "~/server/web";`],
    ["app/routes/dev.mail.tsx", `import { bookingMail } from "~/emails/booking-mail";`],
  ])("refuses in %s: %s", (file, text) => {
    expect(wrongDirections(parseAll({ [file]: text }))).toHaveLength(1);
  });

  it.each([
    ["app/routes/book.tsx", `import type { Database } from "~db/client";`],
    [
      "app/routes/book.tsx",
      `import { readForm } from "~/http/form.server"; import { book } from "~/domain/bookings/book.server";`,
    ],
    [
      "app/components/page.tsx",
      `import type { Booking } from "~/domain/bookings/bookings.server"; import { paths } from "~/paths";`,
    ],
    ["app/domain/bookings/book.server.ts", `import { db } from "~db/client"; import { eq } from "drizzle-orm";`],
    ["tests/integration/book.test.ts", `import { db } from "~db/client"; import { tasks } from "../../jobs/tasks";`],
  ])("allows in %s: %s", (file, text) => {
    expect(wrongDirections(parseAll({ [file]: text }))).toEqual([]);
  });

  it("follows a component's imports all the way", () => {
    const sources = parseAll({
      "app/components/page.tsx": `import { words } from "./words";`,
      "app/components/words.ts": `export * from "~/domain/words";`,
      "app/domain/words.ts": `import { secret } from "./secrets.server";`,
      "app/domain/secrets.server.ts": `export const secret = "";`,
    });
    expect(reachedFromComponents(sources)).toEqual([
      "app/domain/secrets.server.ts is reached from a component, by app/domain/words.ts",
    ]);
  });
});

describe("habits", () => {
  const unread = "has an action that calls neither readForm, readFields nor api";

  it.each([
    ["app/domain/a.server.ts", "calls fetch", `await fetch("https://example.com");`],
    ["app/domain/a.server.ts", "reads process.env", `const url = process.env.APP_URL;`],
    ["app/components/page.tsx", "has an inline style", `const a = <p style={{ color: "red" }} />;`],
    ["app/components/PageHead.tsx", "is not named in kebab-case", ``],
    ["app/components/long.tsx", "has 251 lines, more than 250", "\n".repeat(251)],
    ["app/routes/login.tsx", "calls request.formData: bodies have one reader", `await request.formData();`],
    ["app/routes/login.tsx", unread, `export async function action({ request }: Args) { return null; }`],
    ["app/routes/login.tsx", unread, `export const action = async ({ request }: Args) => null;`],
    [
      "app/routes/login.tsx",
      unread,
      `import { readForm } from "~/http/form.server"; export const action = (args) => null;`,
    ],
  ])("%s must not pass when it %s", (file, problem, text) => {
    expect(brokenHabits(parseAll({ [file]: text, "app/http/form.server.ts": "" }))).toEqual([`${file} ${problem}`]);
  });

  it.each([
    ["app/integrations/resend.server.ts", `await fetch("https://example.com");`],
    [
      "app/routes/api.v1.members.$userId.ts",
      `import { api } from "~/http/api.server"; export const { loader, action } = api({});`,
    ],
    [
      "app/routes/book.$ws.tsx",
      `import { readForm } from "~/http/form.server"; export const action = ({ request }) => readForm(request);`,
    ],
    [
      "app/routes/book.$ws.tsx",
      `import { submit } from "~/http/submit.server"; export async function action({ request }) { return submit(request); }`,
    ],
    ["app/routes/api.$.ts", `export const action = () => notFound();`],
    ["app/emails/mail.tsx", `const a = <p style={{ color: "red" }} />;`],
  ])("allows in %s: %s", (file, text) => {
    const http = {
      "app/http/form.server.ts": "",
      "app/http/api.server.ts": "",
      "app/http/submit.server.ts": `import { readForm } from "./form.server";`,
    };
    expect(brokenHabits(parseAll({ ...http, [file]: text }))).toEqual([]);
  });
});
