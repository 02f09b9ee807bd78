import type { Connection } from "~/domain/calendars/connection";
import { paths } from "~/paths";
import type { Clock } from "./booking-words";
import { CalendarTitle, CalendarTruth, Reconnect } from "./calendar-truth";
import { Checkbox } from "./choice";
import { Form, HiddenFields, Submit } from "./form";

type Props = { connection: Connection; clock: Clock; isPushOn: boolean };

/** One calendar in the list: what is known of it, what to do about it, and what it is used for. */
export function CalendarPanel({ connection, clock, isPushOn }: Props) {
  const isLost = connection.account.needsReconnectSince !== null;
  return (
    <section className="section grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <CalendarTitle connection={connection} clock={clock} />
        <CalendarTruth connection={connection} clock={clock} isPushOn={isPushOn} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {isLost ? (
            <Reconnect account={connection.account} />
          ) : (
            <SyncNow connection={connection} to={paths.calendars()} />
          )}
          <a href={`${paths.calendar(connection.id)}#blocks`} className="inline-block py-1 text-small">
            What it blocks<span className="sr-only">: {connection.name}</span>
          </a>
          <a href={paths.calendar(connection.id)} className="inline-block py-1 text-small">
            Settings<span className="sr-only"> of {connection.name}</span>
          </a>
          <a href={paths.disconnectCalendar(connection.id)} className="inline-block py-1 text-small text-stop">
            Disconnect…<span className="sr-only"> {connection.name}</span>
          </a>
        </div>
      </div>
      <Uses connection={connection} />
    </section>
  );
}

/** `to`: the page that it stands on. */
export function SyncNow({ connection, to }: { connection: Connection; to: string }) {
  if (!connection.syncEnabled) return null;
  return (
    <Form action={paths.syncCalendar(connection.id)} className="-ms-2">
      <HiddenFields values={{ to }} />
      <Submit kind="quiet" small icon="refresh-cw">
        Sync now<span className="sr-only"> {connection.name}</span>
      </Submit>
    </Form>
  );
}

/** `of` names what this form says yes or no to: a box that is not ticked is not sent. */
function Uses({ connection }: { connection: Connection }) {
  const { id, name, isWritable, createEvents, checkConflicts, syncEnabled } = connection;
  const of = [...(isWritable ? ["create_events"] : []), "check_conflicts", "sync_enabled"];
  return (
    <Form action={paths.calendar(id)}>
      <fieldset className="min-w-0">
        <legend className="sr-only">What {name} is used for</legend>
        <HiddenFields values={{ of, to: paths.calendars() }} />
        {isWritable ? (
          <Checkbox value={id} name="create_events" label="New bookings go here" defaultChecked={createEvents} />
        ) : (
          <p className="hint py-1.5">Open for reading only: new bookings can’t go here.</p>
        )}
        <Checkbox value={id} name="check_conflicts" label="Its events block my times" defaultChecked={checkConflicts} />
        <Checkbox value={id} name="sync_enabled" label="Keep in sync" defaultChecked={syncEnabled} />
      </fieldset>
      <div className="mt-3">
        <Submit kind="second" small>
          Save<span className="sr-only"> what {name} is used for</span>
        </Submit>
      </div>
    </Form>
  );
}
