import { For, Show } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import type { Reach } from "../../../server/features/accounts/policies.ts";
import { awaitedRoles, offeredRoles, type Role } from "../../../server/features/accounts/roles.shared.ts";
import type { Users } from "../../../server/features/accounts/users.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { Buttons, Form, Hidden, Once, SubmitButton } from "../ui/form.tsx";
import { Choices, Field } from "../ui/form-fields.tsx";
import { MailAddress } from "../ui/mail-address.tsx";
import { MailOff } from "../ui/mail-off.tsx";
import { Page } from "../ui/page.tsx";
import { Reading, Writing } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";
import { ConfirmPassword } from "./confirm-password.tsx";
import { MailLanguage } from "./mail-language.tsx";
import { OwnPerson } from "./own-person.tsx";
import { useRoles } from "./role-names.ts";
import { VisitsSection } from "./visits-section.tsx";

export default function UsersPage(props: { data: Users }) {
  const t = useT("accounts");
  const letters = useT("letters");
  const { page } = useWorkspace();
  const { nameOf, namesOf, choicesOf } = useRoles();
  /** With whom of the register the account belongs to, if anybody. */
  const rolesOf = (roles: readonly Role[], person: string | null) =>
    (namesOf(roles) || t("no_roles")) + (person === null ? "" : ` (${person})`);
  return (
    <Reading when={!props.data.mayManage}>
      <Page
        title={t("users")}
        lead={t("users_lead")}
        wide
        done={{
          visit_ended: t("done_visit_ended"),
          invited: page.isMailOff ? t("done_invited_off") : t("done_invited"),
          invitation_withdrawn: t("done_invitation_withdrawn"),
        }}
      >
        <section aria-labelledby="accounts">
          <div class="bar">
            <h2 id="accounts">{t("accounts")}</h2>
          </div>
          <RegisterTable
            caption={t("accounts")}
            rows={props.data.accounts}
            columns={[
              {
                label: t("column_name"),
                cell: (row) => (props.data.mayManage ? <a href={row.url}>{row.name}</a> : row.name),
              },
              { label: t("email"), cell: (row) => <MailAddress text={row.email} /> },
              { label: t("roles"), cell: (row) => <span>{rolesOf(row.roles, row.person)}</span> },
              {
                label: t("column_state"),
                cell: (row) => (
                  <span class="tag" classList={{ good: row.state === "active", off: row.state === "disabled" }}>
                    {row.state === "active" ? t("state_active") : t("state_disabled")}
                  </span>
                ),
              },
              {
                label: t("column_signed_in"),
                cell: (row) => <span>{row.lastSignedInAt ? formatInstantDay(row.lastSignedInAt) : t("never")}</span>,
              },
            ]}
          />
        </section>

        <section aria-labelledby="invitations">
          <div class="bar">
            <h2 id="invitations">{t("invitations")}</h2>
          </div>
          <Show
            when={props.data.invitations.length > 0}
            fallback={<EmptyState title={t("no_invitations")} rank="h3" />}
          >
            <ul class="rows">
              <For each={props.data.invitations}>
                {(row) => (
                  <li>
                    <div>
                      <b>
                        <MailAddress text={row.email} />
                      </b>{" "}
                      <span class="tag" classList={{ wait: !row.isExpired, bad: row.isExpired }}>
                        {row.isExpired
                          ? t("invitation_expired")
                          : t("invitation_until", { day: formatInstantDay(row.expiresAt) })}
                      </span>{" "}
                      <Show when={row.letter}>
                        {(letter) => <span class="tag bad">{t(`letter_${letter()}`)}</span>}
                      </Show>
                      <p class="hint">{rolesOf(row.roles, row.person)}</p>
                    </div>
                    <Writing>
                      <Form
                        name={`withdraw-${row.email}`}
                        class="row-form"
                        action={accountsPaths.withdrawInvitation[page.locale]}
                      >
                        <Hidden name="email" value={row.email} />
                        <button
                          class="button plain"
                          type="submit"
                          aria-label={t("invitation_withdraw_named", { email: row.email })}
                        >
                          {t("invitation_withdraw")}
                        </button>
                      </Form>
                    </Writing>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </section>

        <Writing>
          <section aria-labelledby="inviting">
            <div class="bar">
              <h2 id="inviting">{t("invite")}</h2>
            </div>
            <MailOff>{letters("off_invitation")}</MailOff>
            <Form
              name="invite"
              action={accountsPaths.invite[page.locale]}
              values={{ language: "sq", form: props.data.form }}
            >
              <Once />
              <Field
                name="email"
                label={t("email")}
                type="email"
                hint={page.isMailOff ? t("invite_email_hint_off") : t("invite_email_hint")}
                required
              />
              <Field name="name" label={t("column_name")} />
              <Choices
                name="roles"
                label={t("roles")}
                kind="checkbox"
                choices={choicesOf(offeredRoles, props.data.needsApproval)}
                required
              />
              <OwnPerson people={props.data.people} />
              <MailLanguage />
              <ConfirmPassword asked={props.data.asksForPassword} />
              <Buttons>
                <SubmitButton>{page.isMailOff ? t("invite_send_off") : t("invite_send")}</SubmitButton>
              </Buttons>
            </Form>
          </section>
        </Writing>

        <section aria-labelledby="matrix">
          <div class="bar">
            <h2 id="matrix">{t("matrix")}</h2>
          </div>
          <RegisterTable
            caption={t("matrix")}
            rows={props.data.matrix}
            columns={[
              { label: t("matrix_right"), cell: (row) => t(`right.${row.right}`) },
              ...offeredRoles.map((role) => ({
                label: nameOf(role),
                cell: (row: Users["matrix"][number]) => <ReachTag reach={row.reach[role]} />,
              })),
              {
                label: t("operator"),
                cell: (row) => <ReachTag reach={row.operator} />,
              },
            ]}
          />
          <p class="hint reach">{t("reach_text")}</p>
          <h3>{t("awaited")}</h3>
          <ul class="told">
            <For each={awaitedRoles}>
              {(role) => (
                <li>
                  <b>{nameOf(role)}</b>: {t(`awaited.${role}`)}
                </li>
              )}
            </For>
          </ul>
        </section>
        <VisitsSection visits={props.data.visits} />
      </Page>
    </Reading>
  );
}

/** With how much of it a role may do something. */
function ReachTag(props: { reach: Reach }) {
  const t = useT("accounts");
  const tones = { all: "good", consultations: "wait", own_profile: "wait", none: "off" } as const;
  return <span class={`tag ${tones[props.reach]}`}>{t(`reach.${props.reach}`)}</span>;
}
