import { analytics } from "./analytics";
import { api } from "./api";
import { availability } from "./availability";
import { bookings } from "./bookings";
import { calendars } from "./calendars";
import { coaches } from "./coaches";
import { firstEventType } from "./first-event-type";
import { links } from "./links";
import { privacy } from "./privacy";
import { questions } from "./questions";
import { running } from "./running";
import { teams } from "./teams";
import type { Topic } from "./topic";
import { troubleshooting } from "./troubleshooting";
import { webhooks } from "./webhooks";

/** The guide, in the order in which a new owner needs it. */
export const topics: Topic[] = [
  firstEventType,
  availability,
  links,
  questions,
  teams,
  calendars,
  bookings,
  coaches,
  api,
  webhooks,
  analytics,
  privacy,
  running,
  troubleshooting,
];

export function findTopic(slug: string | undefined): Topic | null {
  return topics.find((topic) => topic.slug === slug) ?? null;
}
