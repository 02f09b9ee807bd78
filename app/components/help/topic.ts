import type { ReactNode } from "react";

/** One article of the guide. `id` and `slug` stand in addresses that people keep. */
export type Topic = { slug: string; title: string; sentence: string; sections: HelpSection[] };

export type HelpSection = {
  id: string;
  title: string;
  body: ReactNode;
  /** Other words that people type when they look for this. */
  also?: string;
};
