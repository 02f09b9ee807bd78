import { idOf } from "./chance";
import { measuredHosts, type Size } from "./sizes";

/** The workspace whose pages are measured: the first one, with the first hosts. */
export const measured = {
  workspace: "measured",
  /** Asked for from another zone than any of its hosts'. */
  visitorZone: "America/New_York",
  oneHost: "one-host",
  oneHostLimited: "one-host-limited",
  anyHost: "any-of-50",
  allHosts: "all-of-50",
  /** Each host's own event type, where bookings are made. */
  ofHost: (host: number) => `host-${host}`,
};

/** Four of the measured workspace, one of each host, one of each other workspace's team. */
export const eventTypeNumbers = {
  oneHost: 0,
  oneHostLimited: 1,
  anyHost: 2,
  allHosts: 3,
  ofHost: (host: number) => 4 + host,
  ofTeam: (size: Size, workspace: number) => 4 + size.hosts + workspace,
};

export function workspaceOf(size: Size, host: number) {
  return host < measuredHosts ? 0 : 1 + ((host - measuredHosts) % (size.workspaces - 1));
}

export function ownerOf(workspace: number) {
  return workspace === 0 ? 0 : measuredHosts + workspace - 1;
}

export function eventTypeOf(size: Size, host: number, booking: number) {
  if (host === 0) return booking % 100 ? eventTypeNumbers.oneHostLimited : eventTypeNumbers.oneHost;
  if (host < measuredHosts || booking % 4) return eventTypeNumbers.ofHost(host);
  return eventTypeNumbers.ofTeam(size, workspaceOf(size, host));
}

const nearZones = ["Europe/Berlin", "Europe/Oslo", "Europe/London", "Europe/Lisbon", "Europe/Athens"];
const farZones = ["America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo"];
const oddZones = ["Australia/Sydney", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe"];

/** The measured team sits close enough together to have hours in common. */
export function zoneOf(host: number) {
  const zones = host < measuredHosts ? nearZones : [...nearZones, ...farZones, ...oddZones];
  return zones[host % zones.length]!;
}

const first = "Ada Bo Cleo Dan Eva Finn Gro Hal Ida Jon Kai Lea Max Nia Ole Pia Ravi Siri Tom Uma".split(" ");
const last = "Ahl Berg Costa Dahl Engel Ferro Gupta Holm Ito Jansen Kim Lund Mora Nair Olsen".split(" ");

export function nameOf(n: number) {
  return `${first[n % first.length]!} ${last[Math.floor(n / first.length) % last.length]!}`;
}

export function emailOf(host: number) {
  return `host${host}@hosts.example`;
}

export const userId = (host: number) => idOf("user", host);
export const workspaceId = (workspace: number) => idOf("workspace", workspace);
