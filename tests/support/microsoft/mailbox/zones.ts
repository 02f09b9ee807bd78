/** The names of zones that this Outlook knows: Windows has one, everybody else another one. The first of a kind is its usual. */
const zones: [windows: string, iana: string][] = [
  ["UTC", "Etc/UTC"],
  ["UTC", "Etc/GMT"],
  ["GMT Standard Time", "Europe/London"],
  ["GMT Standard Time", "Europe/Lisbon"],
  ["Greenwich Standard Time", "Africa/Abidjan"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["W. Europe Standard Time", "Europe/Vienna"],
  ["W. Europe Standard Time", "Europe/Zurich"],
  ["W. Europe Standard Time", "Europe/Amsterdam"],
  ["W. Europe Standard Time", "Europe/Rome"],
  ["W. Europe Standard Time", "Europe/Stockholm"],
  ["Romance Standard Time", "Europe/Paris"],
  ["Romance Standard Time", "Europe/Madrid"],
  ["Romance Standard Time", "Europe/Brussels"],
  ["Central European Standard Time", "Europe/Warsaw"],
  ["Central Europe Standard Time", "Europe/Budapest"],
  ["E. Europe Standard Time", "Europe/Chisinau"],
  ["FLE Standard Time", "Europe/Kiev"],
  ["FLE Standard Time", "Europe/Helsinki"],
  ["GTB Standard Time", "Europe/Bucharest"],
  ["Turkey Standard Time", "Europe/Istanbul"],
  ["Russian Standard Time", "Europe/Moscow"],
  ["Egypt Standard Time", "Africa/Cairo"],
  ["South Africa Standard Time", "Africa/Johannesburg"],
  ["Arabian Standard Time", "Asia/Dubai"],
  ["India Standard Time", "Asia/Calcutta"],
  ["India Standard Time", "Asia/Kolkata"],
  ["Nepal Standard Time", "Asia/Katmandu"],
  ["China Standard Time", "Asia/Shanghai"],
  ["Singapore Standard Time", "Asia/Singapore"],
  ["Tokyo Standard Time", "Asia/Tokyo"],
  ["AUS Eastern Standard Time", "Australia/Sydney"],
  ["New Zealand Standard Time", "Pacific/Auckland"],
  ["E. South America Standard Time", "America/Sao_Paulo"],
  ["Newfoundland Standard Time", "America/St_Johns"],
  ["Eastern Standard Time", "America/New_York"],
  ["Central Standard Time", "America/Chicago"],
  ["Mountain Standard Time", "America/Denver"],
  ["US Mountain Standard Time", "America/Phoenix"],
  ["Pacific Standard Time", "America/Los_Angeles"],
  ["Hawaiian Standard Time", "Pacific/Honolulu"],
];

/** The zone to reckon with; null for a name that Outlook refuses. */
export function ianaOf(name: string): string | null {
  const lower = name.toLowerCase();
  return zones.find(([windows, iana]) => windows.toLowerCase() === lower || iana.toLowerCase() === lower)?.[1] ?? null;
}

/** The name that Outlook itself gives to a zone. */
export function windowsOf(name: string): string {
  const lower = name.toLowerCase();
  const found = zones.find(([windows, iana]) => windows.toLowerCase() === lower || iana.toLowerCase() === lower);
  if (!found) throw new Error(`The fake knows no zone ${name}: add it to its zones.`);
  return found[0];
}
