import type { View } from "./view";
import { writeViews } from "./write-views.server";

type Limits = { batch: number; waiting: number; waitMs: number; tries: number };

/** Views on their way to the database: whoever adds one does not wait, and what cannot be written disturbs nobody. */
export class ViewBuffer {
  private waiting: View[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private failures = 0;

  constructor(
    private readonly write: (views: readonly View[]) => Promise<void>,
    private readonly limits: Limits = { batch: 500, waiting: 10_000, waitMs: 1000, tries: 5 },
  ) {}

  /** Beyond its limit nothing more is taken: memory is worth more than a number. */
  add(view: View) {
    if (this.waiting.length >= this.limits.waiting) return;
    this.waiting.push(view);
    if (this.waiting.length >= this.limits.batch && this.failures === 0) void this.flush();
    else this.flushLater();
  }

  /** Writes what waits, and what comes meanwhile. Resolves when nothing waits, or when writing failed. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined;
      if (this.waiting.length > 0) this.flushLater();
    });
    return this.writing;
  }

  private flushLater() {
    if (this.timer || this.writing) return;
    this.timer = setTimeout(() => void this.flush(), this.limits.waitMs * 2 ** this.failures);
    // Whoever ends the process flushes before.
    this.timer.unref();
  }

  private async writeAll() {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, this.limits.batch);
      try {
        await this.write(batch);
        this.waiting.splice(0, batch.length);
        this.failures = 0;
      } catch (error) {
        return this.failed(batch.length, error);
      }
    }
  }

  private failed(count: number, error: unknown) {
    this.failures++;
    if (this.failures < this.limits.tries) return;
    this.failures = 0;
    this.waiting.splice(0, count);
    const message = error instanceof Error ? error.message : String(error);
    console.error(
      JSON.stringify({ level: 50, time: Date.now(), msg: "views were not counted", count, error: message }),
    );
  }
}

const buffer = new ViewBuffer(writeViews);

export function keepView(view: View): void {
  buffer.add(view);
}

/** For a process that is about to stop, while the database still answers. */
export function flushViews(): Promise<void> {
  return buffer.flush();
}
