import { Badge } from "./badge";
import { GoogleConsole, MicrosoftConsole } from "./calendar-consoles";
import { CopyField } from "./copy-field";
import { Section } from "./page";

type Registration = { isRegistered: boolean; connecting: string; signIn: string };

export function GoogleSteps({ isRegistered, ...addresses }: Registration) {
  return (
    <Section id="google" title="Google" aside={<State isOn={isRegistered} />}>
      <GoogleConsole addresses={<Addresses of="google" {...addresses} />} />
    </Section>
  );
}

export function MicrosoftSteps({ isRegistered, ...addresses }: Registration) {
  return (
    <Section id="microsoft" title="Microsoft" aside={<State isOn={isRegistered} />}>
      <MicrosoftConsole addresses={<Addresses of="microsoft" {...addresses} />} />
    </Section>
  );
}

function State({ isOn }: { isOn: boolean }) {
  return <Badge state={isOn ? "active" : "off"}>{isOn ? "This instance is registered" : "Not registered yet"}</Badge>;
}

function Addresses({ of, connecting, signIn }: { of: string; connecting: string; signIn: string }) {
  return (
    <div className="mt-3 space-y-4">
      <CopyField label="For connecting calendars" name={`${of}-connecting`} value={connecting} />
      <CopyField label="For signing in" name={`${of}-sign-in`} value={signIn} />
    </div>
  );
}
