import { Markup } from "./markup";

/** The tokens of the pages, light and dark. */
const colours = {
  paper: ["#F2F6F6", "#0C161B"],
  surface: ["#FFFFFF", "#13212A"],
  ink: ["#10232B", "#E9F1F3"],
  muted: ["#4A5F68", "#A5BAC2"],
  rule: ["#CBD7DA", "#2C414C"],
  sea: ["#0B5A70", "#7FCDE2"],
  onSea: ["#FFFFFF", "#06222B"],
  meridian: ["#B3126C", "#FF8CC3"],
  noon: ["#FBEFC9", "#5A4B1C"],
  dusk: ["#E3E3CF", "#39402F"],
  night: ["#A9BBC7", "#060C10"],
  ok: ["#17663A", "#86D8A3"],
  wait: ["#764B00", "#F3C56D"],
  stop: ["#A12A0F", "#FF9E87"],
} as const;

type Colour = keyof typeof colours;
type Style = { rest?: string } & Partial<Record<ColourProperty, Colour>>;
type ColourProperty = "color" | "background-color" | "border-color";

const sans = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const digits = `${sans};font-size:12px;line-height:16px;padding:5px 0 0`;
const state = "font-size:16px;line-height:24px;font-weight:600;margin:0";
const wrap = "overflow-wrap:anywhere;word-break:break-word";
const cell = "height:10px;line-height:10px;font-size:0;padding:0";

const styles = {
  page: { "background-color": "paper", rest: "margin:0;padding:0" },
  sheet: {
    "background-color": "surface",
    "border-color": "rule",
    rest: `width:100%;max-width:560px;border-width:0 1px 1px;border-style:solid;${sans}`,
  },
  edge: { "background-color": "ink", rest: "height:3px;line-height:3px;font-size:0;padding:0" },
  from: { color: "ink", rest: `font-size:17px;line-height:24px;font-weight:600;margin:0;${wrap}` },
  strip: {
    "border-color": "ink",
    rest: "width:100%;border-width:1px;border-style:solid;border-collapse:collapse;table-layout:fixed",
  },
  noon: { "background-color": "noon", rest: cell },
  dusk: { "background-color": "dusk", rest: cell },
  night: { "background-color": "night", rest: cell },
  here: { "background-color": "meridian", rest: cell },
  digit: { color: "muted", rest: digits },
  now: { color: "meridian", rest: `${digits};font-weight:600` },
  ok: { color: "ok", rest: state },
  wait: { color: "wait", rest: state },
  stop: { color: "stop", rest: state },
  heading: {
    color: "ink",
    rest: `font-size:28px;line-height:34px;font-weight:700;letter-spacing:-0.01em;margin:4px 0 0;${wrap}`,
  },
  sentence: { color: "muted", rest: `font-size:16px;line-height:24px;margin:10px 0 0;${wrap}` },
  facts: { rest: "width:100%;border-collapse:collapse;margin:18px 0 0" },
  label: {
    color: "muted",
    "border-color": "rule",
    rest: `font-size:14px;line-height:20px;padding:10px 12px 10px 0;width:98px;border-width:1px 0 0;border-style:solid;text-align:start;${wrap}`,
  },
  value: {
    color: "ink",
    "border-color": "rule",
    rest: `font-size:16px;line-height:24px;padding:9px 0;border-width:1px 0 0;border-style:solid;${wrap}`,
  },
  // Word, in which Outlook writes its mails, knows no padding of links.
  button: { "background-color": "sea", rest: "border-radius:4px;padding:0;mso-padding-alt:12px 20px" },
  press: {
    color: "onSea",
    rest: `display:inline-block;padding:12px 20px;font-size:16px;line-height:24px;font-weight:600;text-decoration:none;${sans}`,
  },
  link: { color: "sea", rest: "text-decoration:underline" },
  closing: { color: "ink", rest: `font-size:16px;line-height:24px;margin:0 0 8px;${wrap}` },
  why: {
    color: "muted",
    "border-color": "rule",
    rest: `font-size:13px;line-height:19px;padding:22px 28px 24px;border-width:1px 0 0;border-style:solid;${wrap}`,
  },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

/** The attributes of an element: its light looks inline, and a class by which the head's sheet darkens it. */
export function as(name: StyleName): Markup {
  return new Markup(`class="${name}" style="${[...declarations(name, 0), styles[name].rest].join(";")}"`);
}

export const darkSheet = new Markup(
  (Object.keys(styles) as StyleName[])
    .map(
      (name) =>
        `.${name}{${declarations(name, 1)
          .map((each) => `${each}!important`)
          .join(";")}}`,
    )
    .filter((rule) => !rule.endsWith("{}"))
    .join(""),
);

function declarations(name: StyleName, theme: 0 | 1): string[] {
  const { rest: _, ...coloured } = styles[name] as Style;
  return Object.entries(coloured).map(([property, colour]) => `${property}:${colours[colour][theme]}`);
}
