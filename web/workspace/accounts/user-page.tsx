import { Show } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { offeredRoles } from "../../../server/features/accounts/roles.shared.ts";
import type { User } from "../../../server/features/accounts/users.workspace.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay } from "../../ui/format.ts";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { ConfirmPassword } from "./confirm-password.tsx";
import { OwnPerson } from "./own-person.tsx";
import { useRoles } from "./role-names.ts";

export default function UserPage(props: { data: User }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const { choicesOf } = useRoles();
  const at = (path: { sq: string; en: string }) => fillPath(path, { id: props.data.id })[page.locale];
  const isActive = () => props.data.state === "active";
  return (
    <Page
      title={props.data.name}
      lead={props.data.email}
      done={{
        roles_changed: t("done_roles_changed"),
        active: t("done_enabled"),
        disabled: t("done_disabled"),
        second_factor_removed: t("done_second_factor_removed"),
      }}
    >
      <p class="hint">
        <a href={accountsPaths.users[page.locale]}>{t("users")}</a> ·{" "}
        {t("created_on", { day: formatInstantDay(props.data.createdAt) })} ·{" "}
        <span class="tag" classList={{ good: isActive(), off: !isActive() }}>
          {isActive() ? t("state_active") : t("state_disabled")}
        </span>
      </p>
      <section aria-labelledby="roles-of">
        <div class="bar">
          <h2 id="roles-of">{t("roles")}</h2>
        </div>
        <Form
          name="roles"
          action={at(accountsPaths.userRoles)}
          values={{ roles: props.data.roles, person: props.data.person }}
        >
          <Stood />
          <Choices
            name="roles"
            label={t("roles_of", { name: props.data.name })}
            hint={t("roles_at_once")}
            kind="checkbox"
            choices={choicesOf(offeredRoles, props.data.needsApproval)}
            required
          />
          <OwnPerson people={props.data.people} />
          <ConfirmPassword asked={props.data.asksForPassword} />
          <Buttons>
            <SubmitButton>{t("roles_save")}</SubmitButton>
          </Buttons>
        </Form>
      </section>
      <Show when={props.data.hasSecondFactor && !props.data.isOneself}>
        <section aria-labelledby="factor-of">
          <div class="bar">
            <h2 id="factor-of">{t("factor")}</h2>
          </div>
          <p class="hint">{t("factor_remove_text")}</p>
          <Form name="second-factor" action={at(accountsPaths.userSecondFactor)}>
            <ConfirmPassword asked={props.data.asksForPassword} />
            <Buttons>
              <SubmitButton danger>{t("factor_remove")}</SubmitButton>
            </Buttons>
          </Form>
        </section>
      </Show>
      <Show when={!props.data.isOneself}>
        <section aria-labelledby="access">
          <div class="bar">
            <h2 id="access">{t("access")}</h2>
          </div>
          <p class="hint">{isActive() ? t("disable_text") : t("enable_text")}</p>
          <Form name="state" action={at(accountsPaths.userState)}>
            <Hidden name="state" value={isActive() ? "disabled" : "active"} />
            <ConfirmPassword asked={props.data.asksForPassword} />
            <Buttons>
              <SubmitButton danger={isActive()}>{isActive() ? t("disable") : t("enable")}</SubmitButton>
            </Buttons>
          </Form>
        </section>
      </Show>
    </Page>
  );
}
