import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { guideSections } from "~/components/help/guide-text";
import { pictureSizes, type PictureName } from "~/components/help/picture-sizes";
import { topics } from "~/components/help/topics";
import { searchGuide } from "~/domain/help/search";
import { shots } from "../../../support/help/shots";
import { webpSize } from "../../../support/help/webp";

const root = path.resolve(import.meta.dirname, "../../../..");
const places = topics.flatMap(({ slug, sections }) => [slug, ...sections.map(({ id }) => `${slug}#${id}`)]);
const markupOf = (body: ReactNode) => renderToStaticMarkup(createElement(Fragment, null, body));
const articles = topics.map(({ slug, sections }) => ({
  slug,
  markup: sections.map(({ body }) => markupOf(body)).join(""),
}));

describe("the guide", () => {
  it("has each topic, and each part of a topic, once", () => {
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) expect(place).toMatch(/^[a-z0-9-]+(#[a-z0-9-]+)?$/);
  });

  it.each(articles)("leads only to pages and parts that there are: $slug", ({ markup }) => {
    const links = [...markup.matchAll(/ href="([^"]*)"/g)].map((match) => match[1]!);
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  it("is linked to only by parts that there are", () => {
    const wrong = sourcesBelow("app").flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const links = [
        ...text.matchAll(/helpTopic\("([^"]+)"(?:, "([^"]+)")?\)/g),
        ...text.matchAll(/<HelpLink\s+topic="([^"]+)"(?:\s+section="([^"]+)")?/g),
      ];
      const named = links.map(([, topic, section]) => (section ? `${topic}#${section}` : topic!));
      return named.filter((place) => !places.includes(place)).map((place) => `${file}: ${place}`);
    });
    expect(wrong).toEqual([]);
  });

  it("has every picture in light and dark, of the size that its page says", () => {
    for (const name of Object.keys(pictureSizes) as PictureName[]) {
      for (const theme of ["light", "dark"])
        expect([name, theme, sizeOf(`${name}-${theme}.webp`)]).toEqual([name, theme, pictureSizes[name]]);
    }
  });

  it("shows each picture once, with words for it, and has no others", () => {
    const shown = articles.flatMap(({ markup }) =>
      [...markup.matchAll(/<img src="\/help\/([\w-]+)-light\.webp" alt="([^"]{20,})"/g)].map((match) => match[1]!),
    );
    expect(shown.sort()).toEqual(Object.keys(pictureSizes).sort());
    expect(Object.keys(shots).sort()).toEqual(Object.keys(pictureSizes).sort());
    const files = shown.flatMap((name) => [`${name}-dark.webp`, `${name}-light.webp`]);
    expect(readdirSync(path.join(root, "public/help")).sort()).toEqual(files.sort());
  });

  it("has light pictures", () => {
    const weights = readdirSync(path.join(root, "public/help")).map((file) => readPicture(file).length);
    expect(Math.max(...weights)).toBeLessThan(60_000);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(900_000);
  });
});

describe("the guide's text", () => {
  it("is what its readers read", () => {
    const { text } = guideSections().find(({ id }) => id === "redirect-uri-mismatch")!;
    expect(text).toContain("https://meet.example.com/api/v1/booking/calendars/callback/google");
    expect(text).not.toMatch(/[<>]|&(amp|quot|lt|gt|#)/);
  });

  it.each([
    ["method not allowed", "troubleshooting#method-not-allowed"],
    ["redirect_uri_mismatch", "troubleshooting#redirect-uri-mismatch"],
    ["calendar not syncing", "troubleshooting#calendar-not-syncing"],
    ["team availability not showing", "troubleshooting#team-not-showing"],
    ["RSVP token invalid", "troubleshooting#rsvp-invalid"],
    ["time slot is not available", "troubleshooting#slot-not-available"],
    ["invalid coach", "troubleshooting#invalid-client"],
    ["invalid client", "troubleshooting#invalid-client"],
    ["unauthorized to view this booking", "troubleshooting#unauthorized"],
    ["calendar integration not working", "troubleshooting#calendar-not-working"],
    ["double booking", "troubleshooting#double-booking"],
    ["why is a time missing", "availability#why"],
    ["holidays", "availability#other-dates"],
    ["embed", "links#website"],
    ["smtp", "running#mail"],
    ["webhooks", "webhooks#subscribe"],
  ])("answers “%s” first of all by %s", (query, place) => {
    const [first] = searchGuide(guideSections(), query);
    expect(first && `${first.topic.slug}#${first.id}`).toBe(place);
  });
});

function isThere(link: string): boolean {
  if (/^https:\/\/(console\.cloud\.google|entra\.microsoft)\.com\/$/.test(link)) return true;
  const [address, hash] = link.split("#");
  const topic = /^\/help\/([^/]+)$/.exec(address!)?.[1];
  if (topic) return places.includes(hash ? `${topic}#${hash}` : topic);
  return hash === undefined && routes.some((route) => route.test(address!.split("?")[0]!));
}

/** The addresses of the files in app/routes, but for the one that answers whatever is no page. */
const routes = readdirSync(path.join(root, "app/routes"), { withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== "$.tsx")
  .map((entry) => {
    const segments = entry.name
      .replace(/\.tsx?$/, "")
      .replaceAll("[.]", "\u0001")
      .split(".")
      // A frame around pages, and the page of a folder, add nothing to an address.
      .filter((segment) => !segment.startsWith("_"))
      .map((segment) => (segment.startsWith("$") ? "[^/]+" : segment.replace(/_$/, "").replaceAll("\u0001", "\\.")));
    return new RegExp(`^/${segments.join("/")}$`);
  });

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(root, folder, name));
}

function sizeOf(file: string) {
  try {
    return webpSize(readPicture(file));
  } catch (error) {
    return String(error);
  }
}

function readPicture(file: string) {
  return readFileSync(path.join(root, "public/help", file));
}
