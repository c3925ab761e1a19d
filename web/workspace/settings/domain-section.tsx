import { For, Show } from "solid-js";
import type { WishedDomain } from "../../../server/features/settings/domain.service.ts";
import { settingsPaths } from "../../../server/features/settings/settings.paths.shared.ts";
import type { SettingsData } from "../../../server/features/settings/settings-data.ts";
import { useT } from "../../lib/i18n.ts";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { Copyable } from "../ui/copyable.tsx";
import { Form, Hidden, SubmitButton } from "../ui/form.tsx";
import { Field } from "../ui/form-fields.tsx";
import { Writing } from "../ui/reading.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Save, Section } from "./settings-page.tsx";

const looks = { waiting: "warn", pointed: "warn", active: "good" } as const;

/** A domain of the council's own: the steps to point it here, and how far they are. */
export function DomainSection(props: { data: SettingsData }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { own, primary, wishes } = props.data.domains;
  return (
    <Section name="domain" lead={t("domain_lead", { primary })}>
      <For each={wishes}>{(wish) => <Wish wish={wish} />}</For>
      <Writing>
        <Show when={wishes.every(({ host }) => host !== primary)}>
          <Passkeys data={props.data} />
        </Show>
        <Form name="domain" action={settingsPaths.domain[page.locale]}>
          <Field name="host" label={t("domain")} hint={t("domain_hint", { own })} required maxlength={240} />
          <Save />
        </Form>
      </Writing>
    </Section>
  );
}

/** What a new address means for whoever signs in, before anybody confirms it: a passkey belongs to one address. */
function Passkeys(props: { data: SettingsData }) {
  const t = useT("settings");
  const { passkeyHolders, domains } = props.data;
  return (
    <div class="note warn">
      <p>
        <b>{t("passkeys_before")}</b>
      </p>
      <p>{t("passkeys_stop", { primary: domains.primary })}</p>
      <p>{t("passkeys_then")}</p>
      <p>{passkeyHolders > 0 ? t("passkeys_holders", { count: passkeyHolders }) : t("passkeys_nobody")}</p>
    </div>
  );
}

function Wish(props: { wish: WishedDomain }) {
  const t = useT("settings");
  const { page } = useWorkspace();
  const { wish } = props;
  const answer = (isThere: boolean) => (
    <span class={`tag ${isThere ? "good" : "none"}`}>{t(isThere ? "record_there" : "record_missing")}</span>
  );
  return (
    <div class="wish">
      <h3>
        {wish.name} <span class={`tag ${looks[wish.state]}`}>{t(`domain_${wish.state}`)}</span>
      </h3>
      <Show when={wish.name !== wish.host}>
        <p class="soft">{t("domain_in_dns", { host: wish.host })}</p>
      </Show>
      <p>{t(`domain_${wish.state}_text`)}</p>
      <ol class="records">
        <li>
          <p>
            {t("record_proof")} {answer(wish.isProven)}
          </p>
          <Record name={wish.proof.name} type="TXT" value={wish.proof.value} />
        </li>
        <li>
          <p>
            {t("record_target")} {answer(wish.leadsHere)}
          </p>
          <Record name={wish.host} type="CNAME" value={wish.target} />
          <p class="soft">{t("record_target_hint", { target: wish.target })}</p>
        </li>
        <li>
          <p>
            {t("record_operator")} {answer(wish.state === "active")}
          </p>
        </li>
      </ol>
      <Show when={wish.checkedAt} fallback={<p class="soft">{t("never_checked")}</p>}>
        {(at) => (
          <p class="soft">
            {t("checked", { day: formatInstantDay(at()), time: formatTime(at()) })}{" "}
            {wish.found?.failure ? t("dns_silent", { code: wish.found.failure }) : ""}
          </p>
        )}
      </Show>
      <Writing>
        <div class="small-forms">
          <Form name="domain-check" action={settingsPaths.domainCheck[page.locale]} class="small-form">
            <Hidden name="host" value={wish.host} />
            <SubmitButton plain>{t("check")}</SubmitButton>
          </Form>
          <Show when={wish.state !== "active"}>
            <Form name="domain-drop" action={settingsPaths.domainDrop[page.locale]} class="small-form">
              <Hidden name="host" value={wish.host} />
              <SubmitButton danger>{t("domain_drop")}</SubmitButton>
            </Form>
          </Show>
        </div>
      </Writing>
    </div>
  );
}

function Record(props: { name: string; type: string; value: string }) {
  const t = useT("settings");
  return (
    <dl class="facts-desk record">
      <dt>{t("record_name")}</dt>
      <dd>
        <Copyable text={props.name} label={t("record_name")} />
      </dd>
      <dt>{t("record_type")}</dt>
      <dd>{props.type}</dd>
      <dt>{t("record_value")}</dt>
      <dd>
        <Copyable text={props.value} label={t("record_value")} />
      </dd>
    </dl>
  );
}
