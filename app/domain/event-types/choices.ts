export type HostChoice = { id: string; name: string; timezone: string };
export type ScheduleChoice = { id: string; name: string; hostId: string; isDefault: boolean };
export type Choices = {
  hosts: HostChoice[];
  schedules: ScheduleChoice[];
  teams: { id: string; name: string }[];
  templates: { id: string; name: string }[];
};
