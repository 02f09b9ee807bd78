import { offsetAt } from "~/domain/availability/zones";

const AREAS =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)(\/[A-Z][\w+-]*)+$/;

// The IANA names without an area. Intl knows more short names, but those are its own: "IST" may mean three zones.
const SHORT = new Set(
  (
    "CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel " +
    "Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT " +
    "UTC Universal W-SU WET Zulu"
  ).split(" "),
);

// Intl lists these places under names that IANA has since replaced.
const RENAMED = new Map([
  ["Africa/Asmera", "Africa/Asmara"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["America/Catamarca", "America/Argentina/Catamarca"],
  ["America/Coral_Harbour", "America/Atikokan"],
  ["America/Cordoba", "America/Argentina/Cordoba"],
  ["America/Godthab", "America/Nuuk"],
  ["America/Indianapolis", "America/Indiana/Indianapolis"],
  ["America/Jujuy", "America/Argentina/Jujuy"],
  ["America/Louisville", "America/Kentucky/Louisville"],
  ["America/Mendoza", "America/Argentina/Mendoza"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
  ["Pacific/Ponape", "Pacific/Pohnpei"],
  ["Pacific/Truk", "Pacific/Chuuk"],
]);

/** An IANA name as it is written: "Europe/Berlin" and "UTC", never "europe/berlin", "UTC+3" or "+03:00". */
export function isZone(name: string): boolean {
  if (known.has(name)) return true;
  if (!SHORT.has(name) && !AREAS.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    if (known.size < 1000) known.add(name);
    return true;
  } catch {
    return false;
  }
}

const known = new Set<string>();

/** Every place to choose from, under its present name, with "UTC". */
export function zoneNames(): string[] {
  const names = Intl.supportedValuesOf("timeZone").map(presentZone);
  return [...new Set([...names, "UTC"])].sort();
}

/** Browsers may still say "Asia/Calcutta"; the place is listed as "Asia/Kolkata". */
export function presentZone(zone: string): string {
  return RENAMED.get(zone) ?? zone;
}

/** "Asia/Kolkata" and the older "Asia/Calcutta" are both "Kolkata". */
export function zoneCity(zone: string): string {
  return presentZone(zone).split("/").at(-1)!.replaceAll("_", " ");
}

/** "Oslo time", and "UTC", which is no place. */
export function zoneTime(zone: string): string {
  const city = zoneCity(zone);
  return city === "UTC" ? city : `${city} time`;
}

/** "Kolkata, UTC+5:30" */
export function zoneLabel(zone: string, ms: number): string {
  const city = zoneCity(zone);
  return city === "UTC" ? city : `${city}, ${offsetLabel(zone, ms)}`;
}

/** "UTC+5:30", "UTC−3", and "UTC" for none. */
export function offsetLabel(zone: string, ms: number): string {
  const minutes = Math.round(offsetAt(zone, ms) / 60_000);
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
}
