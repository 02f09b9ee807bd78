import type { Mail } from "~/domain/notifications/notification";

/** A mail as facts: the HTML and the text part are two writings of the same letter, in the same order. */
export type Letter = {
  language: string;
  subject: string;
  /** Whose letter it is: the workspace, else the product. */
  from: string;
  /** The meeting on the reader's day, in minutes. The strip is only a picture: its time also stands in the heading. */
  strip?: { start: number; end: number; label: string };
  state: State;
  /** Lines. */
  heading: string[];
  isStruck?: boolean;
  sentences: string[];
  facts: Fact[];
  button?: { label: string; href: string };
  closing: Words[];
  why: string;
  /** Whom an answer goes to; missing where nobody would read it. */
  replyTo?: Mail["replyTo"];
};

export type State = { sign: string; tone: Tone; words: string };
export type Tone = "ok" | "wait" | "stop";
export type Fact = { label: string; lines: Line[] };
export type Line = { text: string; href?: string };
/** Text with links in it. */
export type Words = Line[];
