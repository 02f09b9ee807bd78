import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./clone-database";

/** Runs before a test file is loaded: the file gets an empty, migrated database of its own. */
const { url, template } = inject("databaseServer");
const clone = await cloneDatabase(url, template);
process.env.DATABASE_URL = clone.url;

afterAll(async () => {
  const { disconnect } = await import("~db/client");
  await disconnect();
  await clone.drop();
});
