import commissioner from "@fontsource-variable/commissioner/files/commissioner-latin-flar-normal.woff2";
import hanken from "@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2";

/** The two Latin files, to preload in the document head with `as="font" crossOrigin="anonymous"`. */
export const preloadedFonts: string[] = [hanken, commissioner];
