import { Show } from "solid-js";
import type { Body } from "../../../server/features/bodies/body.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Prose } from "../../ui/prose.tsx";
import { ContactRows, hasContacts } from "../people/person-contacts.tsx";
import { Days } from "../people/span.tsx";
import { BodyMeetings } from "./body-meetings.tsx";
import { BodyMembers, FormerMembers } from "./body-members.tsx";

/** Everything about a body below its name: what it is for, who is in it, when it meets, how it is reached. */
export function BodySheet(props: { body: Body; withoutMeetings?: boolean }) {
  const t = useT("people");
  const { say, lang } = useLocalized();
  return (
    <div class="split">
      <aside class="details" aria-label={t("contacts")}>
        <dl class="defs">
          <Show when={props.body.unit}>
            {(unit) => (
              <div>
                <dt>{t("unit")}</dt>
                <dd>{unit()}</dd>
              </div>
            )}
          </Show>
          <Show when={props.body.beginsOn}>
            {(first) => (
              <div>
                <dt>{t("works")}</dt>
                <dd>
                  <Days beginsOn={first()} endsOn={props.body.endsOn} />
                </dd>
              </div>
            )}
          </Show>
          <Show when={props.body.foundingAct}>
            {(act) => (
              <div>
                <dt>{t("founding_act")}</dt>
                <dd lang={lang(act())}>{say(act())}</dd>
              </div>
            )}
          </Show>
          <Show
            when={hasContacts(props.body.contacts)}
            fallback={
              <div>
                <dt>{t("contacts")}</dt>
                <dd class="unknown">{t("no_contacts")}</dd>
              </div>
            }
          >
            <ContactRows contacts={props.body.contacts} />
          </Show>
        </dl>
      </aside>
      <div class="stack">
        <Show when={props.body.functions}>
          {(functions) => (
            <section aria-labelledby="functions">
              <div class="bar">
                <h2 id="functions">{t("functions")}</h2>
              </div>
              <Prose text={functions()} isBelowHeading />
            </section>
          )}
        </Show>
        <Show when={props.body.duties}>
          {(duties) => (
            <section aria-labelledby="duties">
              <div class="bar">
                <h2 id="duties">{t("duties")}</h2>
              </div>
              <Prose text={duties()} isBelowHeading />
            </section>
          )}
        </Show>
        <section aria-labelledby="members">
          <div class="bar">
            <h2 id="members">{t(props.body.kind === "secretariat" ? "staff" : "column_members")}</h2>
            <span>{props.body.members.length}</span>
          </div>
          <Show when={props.body.members.length > 0} fallback={<p class="unknown">{t("body_no_members")}</p>}>
            <BodyMembers members={props.body.members} />
          </Show>
          <Show when={props.body.former.length > 0}>
            <details class="more">
              <summary>{t("body_former", { count: props.body.former.length })}</summary>
              <FormerMembers
                members={props.body.former}
                caption={t("body_former", { count: props.body.former.length })}
              />
            </details>
          </Show>
        </section>
        <Show when={!props.withoutMeetings}>
          <BodyMeetings body={props.body} />
        </Show>
      </div>
    </div>
  );
}
