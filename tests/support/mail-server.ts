import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

type Message = { raw: string; from: string; to: string[] };
type Step = "auth" | "sender" | "recipient" | "content";

/** A mail server that takes everything, unless it is told otherwise. */
export async function startMailServer() {
  const messages: Message[] = [];
  const behaviour = {
    /** What it answers at a step, instead of yes. */
    refusals: {} as Partial<Record<Step, { code: number; text: string }>>,
    /** At which step it hangs up. */
    hangsUpAt: null as Step | null,
    /** What happens once a mail was taken and before that is said. */
    beforeYes: async () => {},
  };
  const sockets = new Set<Socket>();

  function meet(step: Step, callback: (error?: Error | null) => void) {
    const refusal = behaviour.refusals[step];
    if (behaviour.hangsUpAt === step) for (const socket of sockets) socket.destroy();
    else if (refusal) callback(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    else callback();
  }

  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: (auth, _session, callback) => meet("auth", (error) => callback(error, { user: auth.username })),
    onMailFrom: (_address, _session, callback) => meet("sender", callback),
    onRcptTo: (_address, _session, callback) => meet("recipient", callback),
    onData(stream, { envelope }: SMTPServerSession, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        meet("content", (error) => {
          if (error) return callback(error);
          const from = envelope.mailFrom ? envelope.mailFrom.address : "";
          messages.push({ raw: Buffer.concat(chunks).toString(), from, to: envelope.rcptTo.map((to) => to.address) });
          void behaviour.beforeYes().then(() => callback());
        });
      });
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    messages,
    behaviour,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
