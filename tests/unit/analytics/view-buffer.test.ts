import { describe, expect, it, vi } from "vitest";
import type { View } from "~/domain/analytics/view";
import { ViewBuffer } from "~/domain/analytics/view-buffer.server";

const limits = { batch: 3, waiting: 5, waitMs: 20, tries: 2 };
const view = (at: number): View => ({
  workspaceId: "w",
  eventTypeId: "e",
  at,
  address: null,
  userAgent: null,
  referrerHost: null,
});

/** A buffer, and what it has written. `failing` of its first writes are refused. */
function buffer({ failing = 0 } = {}) {
  const written: number[][] = [];
  let left = failing;
  const write = async (views: readonly View[]) => {
    await Promise.resolve();
    if (left-- > 0) throw new Error("no connection");
    written.push(views.map(({ at }) => at));
  };
  return { buffer: new ViewBuffer(write, limits), written };
}

describe("views on their way", () => {
  it("are written together after a while, and at once where there are many", async () => {
    const { buffer: views, written } = buffer();
    for (const at of [1, 2]) views.add(view(at));
    expect(written).toEqual([]);
    await vi.waitFor(() => expect(written).toEqual([[1, 2]]));
    for (const at of [3, 4, 5]) views.add(view(at));
    await Promise.resolve();
    await Promise.resolve();
    expect(written).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it("are all written when the process stops, in batches", async () => {
    const { buffer: views, written } = buffer();
    for (const at of [1, 2]) views.add(view(at));
    const flushed = views.flush();
    for (const at of [3, 4]) views.add(view(at));
    await flushed;
    expect(written.flat()).toEqual([1, 2, 3, 4]);
  });

  it("are tried again when they could not be written, and are no more than fit", async () => {
    const { buffer: views, written } = buffer({ failing: 1 });
    views.add(view(1));
    await views.flush();
    for (const at of [2, 3, 4, 5, 6, 7]) views.add(view(at));
    await vi.waitFor(() => expect(written.flat()).toEqual([1, 2, 3, 4, 5]));
  });

  it("are given up after some tries, with a word in the log", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { buffer: views, written } = buffer({ failing: 2 });
    views.add(view(1));
    await views.flush();
    expect(log).not.toHaveBeenCalled();
    await views.flush();
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    views.add(view(2));
    await views.flush();
    expect(written).toEqual([[2]]);
  });
});
