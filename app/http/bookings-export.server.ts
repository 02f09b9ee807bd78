import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { Booking } from "~/domain/bookings/booking";
import { bookingRows } from "~/domain/bookings/booking-csv";
import { eachBooking } from "~/domain/bookings/bookings.server";
import { readBookingsQuery } from "./bookings-query.server";
import { csvFile } from "./csv.server";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** The bookings that the list of the same address shows, all its pages, as a file that is sent while it is read. */
export async function exportBookings({ request, context }: Args) {
  const { filter, clock } = await readBookingsQuery(request);
  const chunks = csvOf(eachBooking(filter), { signal: request.signal, drained: context?.drained });
  return csvFile(streamOf(chunks), { what: "bookings", clock });
}

type Reader = { signal: AbortSignal; drained?: AppLoadContext["drained"] };

/** Reads on only as fast as the file is taken, and no further once nobody takes it any more. */
async function* csvOf(batches: AsyncGenerator<Booking[]>, { signal, drained }: Reader) {
  yield bookingRows([], { isFirst: true });
  for await (const bookings of batches) {
    yield bookingRows(bookings, { isFirst: false });
    await drained?.(signal);
    if (signal.aborted) return;
  }
}

function streamOf(chunks: AsyncGenerator<string>) {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
