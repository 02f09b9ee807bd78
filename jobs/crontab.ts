import type { TaskName } from "~db/queue";

/** All recurring work, in UTC. Runs that were missed while no worker lived are made up for by the next one. */
const timetable: [when: string, task: TaskName][] = [
  ["* * * * *", "finish_bookings"],
  ["* * * * *", "sync_due_calendars"],
  ["17 3 * * *", "forget_expired"],
];

/** A run that still waits is not added again. */
export const crontab = timetable
  .map(([when, task]) => `${when} ${task} ?jobKey=${task}&jobKeyMode=replace {}`)
  .join("\n");
