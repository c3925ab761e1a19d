import { For, Show } from "solid-js";
import type { OwnAccount } from "../../../server/features/accounts/own.workspace.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { useAccountPaths } from "../account-paths.ts";
import { Buttons, Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";
import { ConfirmPassword } from "./confirm-password.tsx";
import { MailLanguage } from "./mail-language.tsx";
import { PasskeysSection } from "./passkeys-section.tsx";
import { useRoles } from "./role-names.ts";

export default function OwnPage(props: { data: OwnAccount }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const { namesOf } = useRoles();
  const deviceInWords = ({ browser, system }: OwnAccount["sessions"][number]["device"]) => {
    if (browser && system) return t("session_on", { browser, system });
    return browser ?? system ?? t("session_unknown");
  };
  const when = (instant: string) => t("when", { day: formatInstantDay(instant), time: formatTime(instant) });
  return (
    <Page
      title={t("own")}
      lead={page.council ? `${props.data.email} · ${namesOf(props.data.roles) || t("no_roles")}` : props.data.email}
      done={{
        profile_changed: t("done_profile_changed"),
        password_changed: t("done_password_changed"),
        session_ended: t("done_session_ended"),
        passkey_added: t("done_passkey_added"),
        passkey_removed: t("done_passkey_removed"),
        recovery_used: t("done_recovery_used", { count: props.data.recoveryCodes }),
      }}
    >
      <section aria-labelledby="details">
        <div class="bar">
          <h2 id="details">{t("details")}</h2>
        </div>
        <Form
          name="profile"
          action={paths.profile[page.locale]}
          values={{ name: props.data.name, language: props.data.language }}
        >
          <Field name="name" label={t("name")} hint={t("name_hint")} autocomplete="name" required />
          <MailLanguage />
          <Buttons>
            <SubmitButton>{t("save")}</SubmitButton>
          </Buttons>
        </Form>
      </section>

      <section aria-labelledby="change-password">
        <div class="bar">
          <h2 id="change-password">{t("change_password")}</h2>
        </div>
        <Form name="password" action={paths.password[page.locale]}>
          <input type="hidden" name="email" autocomplete="username" value={props.data.email} />
          <Field
            name="current"
            label={t("current_password")}
            type="password"
            autocomplete="current-password"
            required
          />
          <Field
            name="password"
            label={t("new_password")}
            hint={t("new_password_hint")}
            type="password"
            autocomplete="new-password"
            required
          />
          <p class="hint">{t("password_ends_sessions")}</p>
          <Buttons>
            <SubmitButton>{t("change_password")}</SubmitButton>
          </Buttons>
        </Form>
      </section>

      <section aria-labelledby="factor">
        <div class="bar">
          <h2 id="factor">{t("factor")}</h2>
        </div>
        <p>
          <Show when={props.data.secondFactorSince}>
            {(since) => <span class="tag good">{t("factor_since", { day: formatInstantDay(since()) })}</span>}
          </Show>
        </p>
        <p>
          <a href={paths.secondFactor[page.locale]}>{t("factor_title_again")}</a>
        </p>
        <h3>{t("codes")}</h3>
        <p>{t("codes_left", { count: props.data.recoveryCodes })}</p>
        <Form name="recovery-codes" action={paths.recoveryCodes[page.locale]}>
          <ConfirmPassword asked={props.data.asksForPassword} />
          <Buttons>
            <SubmitButton plain>{t("codes_renew")}</SubmitButton>
          </Buttons>
        </Form>
      </section>

      <PasskeysSection data={props.data} />

      <section aria-labelledby="my-sessions">
        <div class="bar">
          <h2 id="my-sessions">{t("sessions")}</h2>
        </div>
        <Show when={props.data.browsers > 0}>
          <p class="hint">{t("browsers", { count: props.data.browsers })}</p>
        </Show>
        <ul class="rows">
          <For each={props.data.sessions}>
            {(session) => (
              <li>
                <div>
                  <b>{t("session_begun", { when: when(session.createdAt) })}</b>{" "}
                  <Show when={session.isThis}>
                    <span class="tag good">{t("session_this")}</span>
                  </Show>
                  <Show when={!session.isWhole}>
                    <span class="tag warn">{t("session_half")}</span>
                  </Show>
                  <p class="hint">{t("session_seen", { when: when(session.lastSeenAt) })}</p>
                  <p class="hint">{deviceInWords(session.device)}</p>
                </div>
                <Form name={`sessions-${session.id.slice(0, 8)}`} class="row-form" action={paths.sessions[page.locale]}>
                  <Hidden name="session" value={session.id} />
                  <button
                    class="button plain"
                    type="submit"
                    aria-label={t("session_end_named", { when: when(session.createdAt) })}
                  >
                    {t("session_end")}
                  </button>
                </Form>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.data.sessions.length > 1 || props.data.browsers > 1}>
          <Form name="sessions" action={paths.sessions[page.locale]}>
            <Hidden name="session" value="all" />
            <Buttons>
              <SubmitButton danger>{t("sessions_end_others")}</SubmitButton>
            </Buttons>
          </Form>
        </Show>
      </section>
    </Page>
  );
}
