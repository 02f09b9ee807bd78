import type { Template } from "~/domain/templates/template";
import { paths } from "~/paths";
import { Section, Sheet } from "./page";

/** Which event types ask its questions, and how another one comes to. */
export function TemplateUse({ eventTypes }: Pick<Template, "eventTypes">) {
  return (
    <Sheet className="mt-6">
      <Section title="Used by">
        {eventTypes.length > 0 ? (
          <ul className="list-disc ps-5">
            {eventTypes.map((each) => (
              <li key={each.id}>
                <a href={paths.eventType(each.id)} className="inline-block py-1 [overflow-wrap:anywhere]">
                  <bdi>{each.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p>
            No event type asks its questions yet. Choose it under “Questions” of{" "}
            <a href={paths.eventTypes()}>an event type</a> or in the wizard of <a href={paths.links()}>a link</a>.
          </p>
        )}
      </Section>
    </Sheet>
  );
}
