import { Show } from "solid-js";
import { addressStood, mailingsPaths } from "../../../server/features/mailings/mailings.paths.shared.ts";
import type { Mailing } from "../../../server/features/mailings/mailings.workspace.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { formatDay, formatInstantDay, formatTime } from "../../ui/format.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import { Buttons, Form, Hidden, Stood, SubmitButton } from "../ui/form.tsx";
import { Choices, Field } from "../ui/form-fields.tsx";
import { MailAddress } from "../ui/mail-address.tsx";
import { MailOff } from "../ui/mail-off.tsx";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

const looks = { queued: "wait", sent: "good", failed: "bad", unsent: "bad", no_address: "warn" } as const;

export default function MailingPage(props: { data: Mailing }) {
  const t = useT("sending");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const { data } = props;
  return (
    <Page
      title={t("title", { meeting: say(data.name), day: formatDay(data.day) })}
      lead={t("lead")}
      wide
      done={{
        sent: page.isMailOff ? t("done_off") : t("done_sent"),
        again: page.isMailOff ? t("done_off") : t("done_again"),
        ...{ address: t("done_address"), address_gone: t("done_address_gone") },
      }}
    >
      <p class="desk-links">
        <a href={data.desk}>{t("desk_page")}</a>
        <Show when={data.url}>{(url) => <a href={url()[page.locale]}>{t("public_page")}</a>}</Show>
      </p>
      <Sending data={data} />
      <Recipients data={data} />
      <Addresses data={data} />
    </Page>
  );
}

/** Where each member has the notice, and the form for the one whose address is being entered. */
function Addresses(props: { data: Mailing }) {
  const t = useT("sending");
  const { page } = useWorkspace();
  const { members, asked, maySend, languages, actions } = props.data;
  const tongue = (code: string) => languages.find(({ value }) => value === code)?.label;
  return (
    <Show when={members.length > 0}>
      <section aria-labelledby="addresses">
        <div class="bar">
          <h2 id="addresses">{t("addresses")}</h2>
        </div>
        <p class="hint">{t("address_hint")}</p>
        <Show when={asked}>
          {(member) => (
            <Form name="address" action={actions.address} values={addressStood(member().contact)}>
              <h3>{t("address_of", { name: member().name })}</h3>
              <Hidden name="personId" value={member().id} />
              <Stood />
              <Field
                name="email"
                label={t("email")}
                hint={member().contact ? t("email_hint") : undefined}
                type="email"
                maxlength={254}
                required={!member().contact}
              />
              <Choices name="language" label={t("language")} kind="radio" inline required choices={languages} />
              <Buttons>
                <SubmitButton>{t("save_address")}</SubmitButton>
              </Buttons>
            </Form>
          )}
        </Show>
        <RegisterTable
          caption={t("addresses")}
          rows={members}
          columns={[
            { label: t("member"), cell: ({ name }) => <span>{name}</span> },
            {
              label: t("address"),
              cell: ({ contact, publicAddress, reaches }) => (
                <>
                  <MailAddress text={contact?.email ?? publicAddress ?? ""} />{" "}
                  <small>
                    {t(`reaches.${reaches}`)}
                    <Show when={contact}>{(own) => <>, {tongue(own().language)}</>}</Show>
                  </small>
                </>
              ),
            },
            ...(maySend
              ? [
                  {
                    label: t("do"),
                    cell: ({ id, name, contact }: Mailing["members"][number]) => (
                      <a
                        href={`${fillPath(mailingsPaths.mailing, { id: props.data.id })[page.locale]}?member=${id}#address`}
                      >
                        {t(contact ? "change_address" : "enter_address")}
                        <span class="hidden-visually"> {name}</span>
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </section>
    </Show>
  );
}

/** What the members know, and what can be sent to them now. */
function Sending(props: { data: Mailing }) {
  const t = useT("sending");
  const letters = useT("letters");
  const { last, stage, members, maySend, actions } = props.data;
  const reached = last?.recipients.filter(({ state }) => state === "sent" || state === "queued").length ?? 0;
  const current = () => {
    if (reached === 0) return t("current_none");
    return t(reached === last?.recipients.length ? "current" : "current_some");
  };
  const isOff = stage === "cancelled" || stage === "postponed";
  const canSend = stage === "announced" || (isOff && last !== null);
  const said = () => {
    if (isOff && !last) return t(stage === "postponed" ? "postponed_unsent" : "cancelled_unsent");
    if (!canSend && !last) return stage === "planned" ? t("not_announced") : t("over");
    if (!last) return `${t("not_sent")} ${t("members", { count: members.length })}`;
    return last.isCurrent ? current() : t("changed");
  };
  const sentAt = (one: NonNullable<typeof last>) => {
    const at = { day: formatInstantDay(one.askedAt), time: formatTime(one.askedAt) };
    if (reached === 0) return t("asked_at", { ...at, name: one.askedBy });
    return one.method === "cancel" ? t("cancelled_at", at) : t("sent_at", { ...at, name: one.askedBy });
  };
  return (
    <section>
      <MailOff>{letters("off_notice")}</MailOff>
      <Show when={last}>{(one) => <p>{sentAt(one())}</p>}</Show>
      <p>{said()}</p>
      <Show when={maySend && canSend && !last?.isCurrent}>
        <Form name="send" action={actions.send} label={t("send")} class="inline-form">
          <SubmitButton>{last ? t("send_changes") : t("send")}</SubmitButton>
        </Form>
      </Show>
    </section>
  );
}

function Recipients(props: { data: Mailing }) {
  const t = useT("sending");
  const { last, maySend, actions } = props.data;
  return (
    <Show when={last}>
      {(one) => {
        const without = one().recipients.filter(({ state }) => state === "no_address").length;
        const isOwing = one().recipients.some(({ state }) => state !== "queued" && state !== "sent");
        return (
          <section aria-labelledby="recipients">
            <div class="bar">
              <h2 id="recipients">{t("recipients")}</h2>
              <span>{one().recipients.length}</span>
            </div>
            <Show when={without > 0}>
              <p>{t("hand_over", { count: without })}</p>
            </Show>
            <RegisterTable
              caption={t("recipients")}
              rows={one().recipients}
              columns={[
                { label: t("member"), cell: (row) => <span>{row.name}</span> },
                {
                  label: t("state"),
                  cell: (row) => (
                    <>
                      <span class={`tag ${looks[row.state]}`}>{t(`state.${row.state}`)}</span>{" "}
                      <Show when={row.at}>
                        {(at) => (
                          <small>
                            {formatInstantDay(at())}, {formatTime(at())}
                          </small>
                        )}
                      </Show>
                      <Show when={row.refusal}>
                        <p class="breaking hint">{row.refusal}</p>
                      </Show>
                    </>
                  ),
                },
              ]}
            />
            <Show when={maySend && isOwing}>
              <Form name="again" action={actions.again} label={t("again")} class="inline-form">
                <SubmitButton plain>{t("again")}</SubmitButton>
              </Form>
            </Show>
          </section>
        );
      }}
    </Show>
  );
}
