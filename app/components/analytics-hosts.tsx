import type { HostCounts } from "~/domain/analytics/hosts";
import { leadWords, numberText } from "./analytics-words";
import { BusyHours } from "./busy-hours";
import { Section } from "./page";
import { Cell, Row, Table } from "./table";

const columns = [
  { label: "Bookings", number: (host: HostCounts) => host.bookings },
  { label: "Cancelled by hosts", number: (host: HostCounts) => host.cancelledByHosts },
  { label: "Cancelled by invitees", number: (host: HostCounts) => host.cancelledByInvitees },
  { label: "No-shows", number: (host: HostCounts) => host.noShows },
];

/** Who was booked, what became of it, and when meetings are: for those who may see everybody's numbers. */
export function AnalyticsHosts({ hosts, hours }: { hosts: HostCounts[]; hours: number[][] }) {
  if (hosts.length === 0) return null;
  return (
    <>
      <Section title="By host">
        <Table
          caption="Bookings by host"
          columns={[
            { label: "Host" },
            ...columns.map(({ label }) => ({ label, align: "end" as const })),
            { label: "Booked ahead", align: "end" },
          ]}
        >
          {hosts.map((host) => (
            <Row key={host.id}>
              <Cell heading>
                <bdi className="font-semibold">{host.name}</bdi>
              </Cell>
              {columns.map(({ label, number }) => (
                <Cell key={label} align="end" label={label}>
                  {numberText(number(host))}
                </Cell>
              ))}
              <Cell align="end" label="Booked ahead">
                {leadWords(host.leadHours)}
              </Cell>
            </Row>
          ))}
        </Table>
        <p className="hint mt-3">
          Booked ahead: half of the meetings were booked longer before their start, half later. A meeting of several
          hosts counts for its organiser.
        </p>
      </Section>
      <BusyHours hours={hours} />
    </>
  );
}
