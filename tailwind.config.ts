import type { Config } from "tailwindcss";

const token = (name: string) => `rgb(var(--${name}) / <alpha-value>)`;
const tokens = (...names: string[]) => Object.fromEntries(names.map((name) => [name, token(name)]));
const numbered = (count: number, value: (n: number) => string, key = (n: number) => String(n)) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [key(i + 1), value(i + 1)]));

const display = { lineHeight: "2.25rem", letterSpacing: "-0.01em", fontWeight: "600" };

export default {
  content: ["./app/**/*.{ts,tsx}"],
  // Calendars write their grid positions from data, so the class names never stand in the source.
  safelist: [{ pattern: /^(row-start|row-span|col-start)-\d+$/ }],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...tokens("paper", "surface", "well", "ink", "muted", "rule", "edge"),
      ...tokens("sea", "sea-deep", "sea-wash", "on-sea", "meridian", "meridian-wash", "noon", "dusk", "night"),
      ...tokens("ok", "ok-wash", "wait", "wait-wash", "stop", "stop-wash"),
    },
    fontFamily: {
      sans: ['"Hanken Grotesk Variable"', '"Commissioner Variable"', "system-ui", "sans-serif"],
      display: [
        ['"Commissioner Variable"', '"Hanken Grotesk Variable"', "system-ui", "sans-serif"].join(", "),
        { fontVariationSettings: '"FLAR" 100' },
      ],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"],
    },
    fontSize: {
      tick: ["0.75rem", "1rem"],
      small: ["0.875rem", "1.25rem"],
      body: ["1rem", "1.5rem"],
      lead: ["1.125rem", "1.625rem"],
      h3: ["1.125rem", { lineHeight: "1.5rem", fontWeight: "600" }],
      h2: ["1.375rem", { ...display, lineHeight: "1.75rem" }],
      h1: ["1.875rem", display],
      display: ["2.5rem", { ...display, lineHeight: "2.75rem" }],
    },
    borderRadius: { none: "0", DEFAULT: "4px" },
    boxShadow: { none: "none", lift: "0 8px 24px rgb(var(--ink) / 0.18)" },
    extend: {
      maxWidth: { sheet: "70rem", form: "42rem", text: "38rem", narrow: "30rem" },
      minHeight: { target: "2.75rem" },
      gridRow: numbered(
        96,
        (n) => `span ${n} / span ${n}`,
        (n) => `span-${n}`,
      ),
      gridRowStart: numbered(100, String),
    },
  },
} satisfies Config;
