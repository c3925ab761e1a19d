import { For, Show } from "solid-js";
import type { Body, BodyMember } from "../../../server/features/bodies/body.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { RegisterTable } from "../../ui/register-table.tsx";
import { PartyName } from "../people/party-name.tsx";
import { ContactLine } from "../people/person-contacts.tsx";
import { Portrait } from "../people/portrait.tsx";
import { useRoleName } from "../people/role-names.ts";
import { Days } from "../people/span.tsx";

/** Everybody who is in a body, face by face; a role is named where it is more than being a member. */
export function BodyMembers(props: { members: readonly BodyMember[] }) {
  const t = useT("people");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const roleName = useRoleName();
  const named = (member: BodyMember) => {
    const roles = member.roles.filter((role) => role !== "member");
    return (roles.length > 0 ? roles : member.roles).map((role) => roleName(role, member.gender)).join(", ");
  };
  const isMore = (member: BodyMember) => member.roles[0] !== "member";
  return (
    <ul class="faces">
      <For each={props.members}>
        {(member) => (
          <li>
            <Portrait name={member.name} photo={member.photo} sizes="4.6rem" />
            <div>
              <h3>
                <a link href={member.url[locale]}>
                  {member.name}
                </a>
              </h3>
              <Show when={member.title} fallback={<p class={isMore(member) ? "post" : undefined}>{named(member)}</p>}>
                {(title) => (
                  <p class="post" lang={lang(title())}>
                    {say(title())}
                  </p>
                )}
              </Show>
              <Show when={member.affiliation}>
                {(affiliation) => (
                  <p>
                    <PartyName of={affiliation()} short />
                  </p>
                )}
              </Show>
              <p>
                <Days beginsOn={member.beginsOn} endsOn={member.endsOn} />
              </p>
              <Show when={member.howChosen}>
                {(how) => (
                  <p lang={lang(how())}>
                    {t("column_how")}: {say(how())}
                  </p>
                )}
              </Show>
              <ContactLine contacts={member.contacts} />
            </div>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Who was in a body before, the last first. */
export function FormerMembers(props: { members: Body["former"]; caption: string }) {
  const t = useT("people");
  const { locale } = usePage();
  const roleName = useRoleName();
  return (
    <RegisterTable
      caption={props.caption}
      rows={props.members}
      columns={[
        {
          label: t("column_person"),
          cell: ({ name, url }) => (
            <a link href={url[locale]}>
              {name}
            </a>
          ),
        },
        { label: t("column_role"), cell: ({ roles, gender }) => roleName(roles[0]!, gender) },
        {
          label: t("in_office"),
          cell: (member) => (
            <span>
              <Days beginsOn={member.beginsOn} endsOn={member.endsOn} />
              <Show when={member.endReason}>{(reason) => `, ${t(`end.${reason()}`)}`}</Show>
            </span>
          ),
        },
      ]}
    />
  );
}
