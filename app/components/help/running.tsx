import { paths } from "~/paths";
import { Code, Lines, Name, Note, Points, Steps } from "./parts";
import type { Topic } from "./topic";

export const running: Topic = {
  slug: "running",
  title: "Running it",
  sentence: "For whoever looks after this instance: mail, keys, backups. The README has every setting.",
  sections: [
    {
      id: "start",
      title: "Start it",
      also: "install docker node postgres database_url port https proxy app_url deploy worker web",
      body: (
        <>
          <Lines label="How to start it">{"npm ci\nnpm start"}</Lines>
          <Points>
            <li>
              Without any settings it brings its own Postgres, in <Code>DATA_DIR</Code>, and a demo workspace;{" "}
              <Code>DEMO=false</Code> leaves the demo out.
            </li>
            <li>
              <Code>DATABASE_URL</Code> uses a Postgres of yours, 15 or newer. Then <Code>npm run web</Code> and{" "}
              <Code>npm run worker</Code> run apart, as many of each as you like.
            </li>
            <li>
              <Code>APP_URL</Code> is the address that people see. Behind a proxy set <Code>TRUST_PROXY=true</Code>,
              behind several their number.
            </li>
            <li>
              <Code>/healthz</Code> says that it is alive, <Code>/readyz</Code> how the database and the worker do.
            </li>
          </Points>
        </>
      ),
    },
    {
      id: "mail",
      title: "Send mail",
      also: "smtp resend email sender mail_from outbox not sent spam dkim spf",
      body: (
        <>
          <Steps>
            <li>
              Set <Code>MAIL_FROM</Code> to an address that your mail service may send for.
            </li>
            <li>
              Set <Code>RESEND_API_KEY</Code>, or <Code>SMTP_URL</Code> like{" "}
              <Code>smtp://user:password@mail.example.com:587</Code>. Not both.
            </li>
            <li>Restart. A wrong value stops the start and says its name.</li>
          </Steps>
          <p className="max-w-form">
            With neither, mail reaches nobody and is kept in the <a href={paths.outbox()}>outbox</a>, for everybody to
            read who knows this address. That is for trying things out.
          </p>
        </>
      ),
    },
    {
      id: "undelivered",
      title: "Mails that did not arrive",
      also: "bounce bounced failed undelivered notice send again retry",
      body: (
        <p className="max-w-form">
          A mail that the service does not take is tried nine times within 16 hours. What failed for good, or came back,
          stands on the host’s Today and on the booking, with what the mail server said and <Name>Send again</Name>. Is
          the address wrong? Write to the person, or cancel and book anew with the right one. Of mails that come back
          later only Resend tells us, and only to a key with full access.
        </p>
      ),
    },
    {
      id: "keys",
      title: "Change the encryption key",
      also: "encryption_keys rotate keys:rotate secret session_secret",
      body: (
        <Steps>
          <li>
            Put a new key in front: <Code>ENCRYPTION_KEYS=k2:…,k1:…</Code>. <Code>openssl rand -base64 32</Code> makes
            one. With the embedded database the list is the file <Code>encryption-keys</Code> in <Code>DATA_DIR</Code>.
            Restart.
          </li>
          <li>
            Run <Code>npm run keys:rotate</Code>. With the embedded database stop the product first.
          </li>
          <li>Take the old key away, ten minutes later at the earliest.</li>
        </Steps>
      ),
    },
    {
      id: "backups",
      title: "Backups",
      also: "restore dump pg_dump data_dir copy disaster",
      body: (
        <>
          <Points>
            <li>
              Embedded database: stop the product and copy all of <Code>DATA_DIR</Code>. The database and the generated
              secrets are in it, and belong together.
            </li>
            <li>
              Your own Postgres: <Code>pg_dump</Code>, at any time, and keep <Code>SESSION_SECRET</Code> and{" "}
              <Code>ENCRYPTION_KEYS</Code> in another safe place.
            </li>
          </Points>
          <Note>
            Without the encryption key everything is there but the calendars: those have to be connected again.
          </Note>
        </>
      ),
    },
  ],
};
