/** Who goes on with an event type: its other hosts, else the one who is named, or nobody, and then it is switched off. */
export type Following = "by_others" | "by_nobody" | { by: string };
