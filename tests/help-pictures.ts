import { chromium, type Browser, type Page } from "@playwright/test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pictureSizes, type PictureName } from "../app/components/help/picture-sizes";
import { ensureBuild } from "../app/server/build";
import { ensureChromium } from "./support/chromium";
import { shots, type Shot } from "./support/help/shots";
import { webpSize } from "./support/help/webp";
import { furnishWorld, type World } from "./support/help/world";
import { startProcess } from "./support/processes";

/**
 * `npm run help:pictures`: takes the guide's pictures anew, from the demo with stand-ins of Google and Microsoft, each in
 * light and dark; `npm run help:pictures -- links why` only those.
 */
const root = path.resolve(import.meta.dirname, "..");
const folder = path.join(root, "public/help");
const names = chosen(process.argv.slice(2));
const usual = { width: 760, density: 1.5, heaviest: 36_000 };
const qualities = [80, 70, 60, 50, 40, 30, 20];

process.chdir(root);
ensureBuild();
mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(path.join(os.tmpdir(), "meridian-help-"));
const demo = await startProcess([process.execPath, "--import", "tsx", "tests/demo-calendars.ts"], {
  DATA_DIR: dataDir,
  DATABASE_URL: "",
});
const browser = await chromium.launch({ executablePath: ensureChromium() });
try {
  await takeAll(browser);
  writeSizes();
} finally {
  await browser.close();
  await demo.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function takeAll(browser: Browser) {
  const context = await browser.newContext({
    baseURL: demo.url,
    viewport: { width: usual.width, height: 1200 },
    deviceScaleFactor: usual.density,
    locale: "en-GB",
    timezoneId: "Europe/Oslo",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const world = await furnishWorld(page, dataDir);
  for (const name of names) await take(page, world, name);
}

async function take(page: Page, world: World, name: PictureName) {
  const shot = shots[name];
  await page.setViewportSize({ width: shot.width ?? usual.width, height: 1200 });
  await page.emulateMedia({ colorScheme: "light" });
  let status = 0;
  const watch = page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) status = response.status();
  });
  await shot.open(page, world);
  await page.waitForLoadState("networkidle");
  watch.removeAllListeners("response");
  if (status !== 200) throw new Error(`${name}: ${page.url()} answered ${status}.`);
  const clip = await clipOf(page, shot);
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const file = await encode(page, clip);
    writeFileSync(path.join(folder, `${name}-${theme}.webp`), file);
    console.log(`${name}-${theme}.webp  ${Math.ceil(file.length / 1000)} kB`);
  }
}

type Clip = { x: number; y: number; width: number; height: number };

/** Whole pixels of the picture, so that both themes come out alike. */
async function clipOf(page: Page, { part, height }: Shot): Promise<Clip> {
  const box = await page.locator(part).first().boundingBox();
  if (!box) throw new Error(`There is no ${part} at ${page.url()}.`);
  const even = (value: number) => Math.floor(value / 2) * 2;
  return { x: even(box.x), y: even(box.y), width: even(box.width), height: even(Math.min(box.height, height)) };
}

/** As good as the weight allows. */
async function encode(page: Page, clip: Clip): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  for (const quality of qualities) {
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality,
      clip: { ...clip, scale: 1 },
      captureBeyondViewport: true,
    });
    const file = Buffer.from(data, "base64");
    if (file.length <= usual.heaviest) return file;
  }
  throw new Error(`${page.url()} is too much for one picture.`);
}

function writeSizes() {
  const lines = (Object.keys(pictureSizes) as PictureName[]).sort().map((name) => {
    const { width, height } = names.includes(name)
      ? webpSize(readFileSync(path.join(folder, `${name}-light.webp`)))
      : pictureSizes[name];
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return `  ${key}: { width: ${width}, height: ${height} },`;
  });
  const text = [
    "/** Written by tests/help-pictures.ts, from the pictures in public/help. */",
    "export const pictureSizes = {",
    ...lines,
    "};",
    "",
    "export type PictureName = keyof typeof pictureSizes;",
    "",
  ];
  writeFileSync(path.join(root, "app/components/help/picture-sizes.ts"), text.join("\n"));
}

function chosen(named: string[]): PictureName[] {
  const all = Object.keys(pictureSizes) as PictureName[];
  const unknown = named.filter((name) => !all.some((each) => each === name));
  if (unknown.length > 0) throw new Error(`There is no picture ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  return named.length > 0 ? all.filter((name) => named.includes(name)) : all;
}
