import { paths } from "~/paths";
import { HostNotFound } from "./host-error";
import { Sheet } from "./page";

type Progress = { id: string; total: number; done: number; refused: number; isFinished: boolean };

/** "12 of 40 cancelled" */
export function howFar({ total, done, refused, isFinished }: Progress) {
  const cancelled = done - refused;
  if (!isFinished) return `${cancelled} of ${total} cancelled`;
  if (refused > 0) return `${cancelled} of ${total} meetings are cancelled`;
  return total === 1 ? "The meeting is cancelled" : `${total} meetings are cancelled`;
}

export function CancellingProgress({ id, total, done, refreshes }: Progress & { refreshes: boolean }) {
  return (
    <Sheet className="max-w-form">
      <div className="space-y-4 p-5 sm:p-7">
        <progress aria-label="Seen to" max={total} value={done} className="progress" />
        <p>
          One after the other, and everybody gets their mail. You can leave this page: it goes on without you.{" "}
          {refreshes ? "Until it is through, the page shows every two seconds how far it has come." : null}
        </p>
        <p>
          {refreshes ? (
            <a href={paths.bulkCancellation(id, { refresh: "off" })} className="inline-block py-1">
              Stop refreshing
            </a>
          ) : (
            <a href={paths.bulkCancellation(id)} className="inline-block py-1">
              See how far it is
            </a>
          )}
        </p>
      </div>
    </Sheet>
  );
}

/** For ids that are unknown, or not this host's to see: both look the same. */
export function NoBulkCancellation() {
  return (
    <HostNotFound
      title="There is nothing like that"
      message="The address may have a typing error, or it is somebody else’s to see."
      back={{ href: paths.bookings(), label: "Bookings" }}
    />
  );
}
