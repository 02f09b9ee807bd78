/** Few words for what a session runs on, such as "Firefox on Windows". Order matters: browsers name their ancestors too. */
export function deviceWords(userAgent: string | null) {
  if (!userAgent) return "Unknown device";
  const program = firstMatch(programs, userAgent) ?? userAgent.split(/[\s/]/)[0]!.slice(0, 40);
  const system = firstMatch(systems, userAgent);
  return system ? `${program} on ${system}` : program;
}

type Names = readonly (readonly [pattern: RegExp, name: string])[];

const programs: Names = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\b(OPR|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/.+\bSafari\//, "Safari"],
];

const systems: Names = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac ?OS\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

function firstMatch(names: Names, text: string) {
  return names.find(([pattern]) => pattern.test(text))?.[1];
}
