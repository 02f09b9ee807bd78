import { paths } from "~/paths";
import { ApiExamples } from "../api-docs/api-examples";
import { Code, Name, Note, Points, Steps } from "./parts";
import type { Topic } from "./topic";

export const api: Topic = {
  slug: "api",
  title: "API",
  sentence: "What your own programs can do, and how they sign in.",
  sections: [
    {
      id: "keys",
      title: "Make a key for a program",
      also: "api key token secret bearer authorization curl script scope read write revoke",
      body: (
        <>
          <Steps>
            <li>
              Open <a href={paths.apiKeys()}>Settings, API</a>, name what will use the key, and choose whether it may
              only <Name>Read</Name>, or <Name>Read and write</Name>.
            </li>
            <li>
              <Name>Make the key</Name>, and copy it: it is shown once, and not kept.
            </li>
            <li>
              Let the program send it with every call: <Code>Authorization: Bearer mrd_…</Code>
            </li>
          </Steps>
          <p className="max-w-form">
            A key acts as you, in all of your workspaces, with the rights that you have there at the time. Make one for
            each program, and revoke the one that got lost: it ends at once. A new password ends sessions, not keys.
          </p>
        </>
      ),
    },
    {
      id: "tokens",
      title: "Or sign in with a password",
      also: "access token login expires_in logout bearer session end",
      body: (
        <p className="max-w-form">
          <Code>POST /api/v1/auth/login</Code> gives an access token, which goes into the same header. It ends after a
          day, with <Code>POST /api/v1/auth/logout</Code>, or when you end it among your{" "}
          <a href={paths.sessions()}>sign-ins</a>.
        </p>
      ),
    },
    {
      id: "documents",
      title: "All calls, and trying them",
      also: "openapi swagger redoc reference document schema playground generate client postman",
      body: (
        <Points>
          <li>
            <a href={paths.docs()}>/docs</a> lists every call and lets you try it, as who you are signed in as or with a
            key.
          </li>
          <li>
            <a href={paths.redoc()}>/redoc</a> is the same to read.
          </li>
          <li>
            <a href="/api/openapi.json">/api/openapi.json</a> is the same for programs: OpenAPI 3.1.
          </li>
        </Points>
      ),
    },
    {
      id: "cal-com",
      title: "A program that was written for Cal.com",
      also: "cal.com cal-api-version migrate v2 compatible",
      body: (
        <p className="max-w-form">
          Change its base address to that of this server, with <Code>/v2</Code>, and its key to one of yours. Calls with
          a <Code>cal-api-version</Code> are answered in Cal.com’s own shapes;{" "}
          <a href={paths.docs({ api: "cal" })}>here is which</a>. A booking that is moved keeps its <Code>uid</Code>.
        </p>
      ),
    },
    {
      id: "once",
      title: "Sending again without booking twice",
      also: "idempotency-key retry timeout network duplicate 409 422",
      body: (
        <p className="max-w-form">
          Send an <Code>Idempotency-Key</Code> of your own choice with whatever creates. Who sends the same call with
          the same key within 24 hours gets the first answer again, and nothing is done twice. The same key with another
          call is a 422.
        </p>
      ),
    },
    {
      id: "limits",
      title: "How often",
      also: "rate limit 429 too many requests retry-after ratelimit quota throttle",
      body: (
        <Points>
          <li>
            Every answer says how many calls are left and until when: <Code>RateLimit-Limit</Code>,{" "}
            <Code>RateLimit-Remaining</Code>, <Code>RateLimit-Reset</Code>.
          </li>
          <li>
            Too many are a 429, and <Code>Retry-After</Code> says how many seconds to wait.
          </li>
          <li>
            Slots and public pages have an <Code>ETag</Code>: send it back as <Code>If-None-Match</Code>, and what has
            not changed is a short 304.
          </li>
        </Points>
      ),
    },
    {
      id: "errors",
      title: "When a call is refused",
      also: "problem json rfc 9457 error errors 400 401 403 404 409 410 alternatives",
      body: (
        <>
          <p className="max-w-form">
            The answer says why, in <Code>detail</Code>, and names each wrong field in <Code>errors</Code>. Under{" "}
            <Code>/v2</Code> it is in <Code>error</Code>.
          </p>
          <Note>
            The usual ones are in <a href={paths.helpTopic("troubleshooting")}>Troubleshooting</a>.
          </Note>
        </>
      ),
    },
    {
      id: "examples",
      title: "Examples to run",
      also: "curl shell snippet sample quickstart",
      body: <ApiExamples />,
    },
  ],
};
