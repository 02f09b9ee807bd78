import http from "node:http";
import { performance } from "node:perf_hooks";

export type Call = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string };
export type Load = { perSecond: number; p50: number; p99: number; statuses: Record<number, number>; calls: number };

export const clients = 8;

/** Eight clients, each with one connection that stays open and one request at a time. */
export class Clients {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: clients });

  constructor(private readonly url: string) {}

  /** Calls `next` for as long as it gives calls and until the time is over. */
  async run(next: () => Call | undefined, milliseconds: number): Promise<Load> {
    const times: number[] = [];
    const statuses: Record<number, number> = {};
    const started = performance.now();
    const client = async () => {
      for (let call = next(); call && performance.now() - started < milliseconds; call = next()) {
        const sent = performance.now();
        const { status } = await this.send(call);
        times.push(performance.now() - sent);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    const seconds = (performance.now() - started) / 1000;
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
    return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses, calls: times.length };
  }

  send(call: Call): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { method = "GET", headers, body } = call;
      const length: Record<string, number> = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
      const options = { agent: this.agent, method, headers: { ...headers, ...length } };
      const request = http.request(this.url + call.path, options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          resolve({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(chunks).toString() });
        });
        response.on("error", reject);
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  close() {
    this.agent.destroy();
  }
}

export function median(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
