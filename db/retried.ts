import { refusedBy } from "./client";

const tries = 4;

/** Runs a transaction again when it was broken off for a deadlock: whoever stood in its way has gone on meanwhile. */
export async function retried<Done>(run: () => Promise<Done>): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const code = refusedBy(error)?.code;
      if ((code !== "40P01" && code !== "40001") || attempt === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30 * attempt));
    }
  }
}
