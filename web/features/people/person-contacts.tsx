import { For, Show } from "solid-js";
import type { PersonContacts as Contacts } from "../../../server/features/people/people.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { PhoneLink } from "../../ui/phone-link.tsx";

/** How somebody or a body is reached, as rows of a list of terms; what is not known is left out. */
export function ContactRows(props: { contacts: Contacts }) {
  const t = useT("people");
  const { say, lang } = useLocalized();
  return (
    <>
      <Show when={props.contacts.phone}>
        {(phone) => (
          <div>
            <dt>{t("phone")}</dt>
            <dd>
              <PhoneLink number={phone()} />
            </dd>
          </div>
        )}
      </Show>
      <Show when={props.contacts.email}>
        {(email) => (
          <div>
            <dt>{t("email")}</dt>
            <dd>
              <a href={`mailto:${email()}`}>{email()}</a>
            </dd>
          </div>
        )}
      </Show>
      <Show when={props.contacts.office}>
        {(office) => (
          <div>
            <dt>{t("office")}</dt>
            <dd lang={lang(office())}>{say(office())}</dd>
          </div>
        )}
      </Show>
      <Show when={props.contacts.hours}>
        {(hours) => (
          <div>
            <dt>{t("hours")}</dt>
            <dd lang={lang(hours())}>{say(hours())}</dd>
          </div>
        )}
      </Show>
      <Show when={props.contacts.social?.length}>
        <div>
          <dt>{t("social")}</dt>
          <dd>
            <For each={props.contacts.social}>
              {({ network, url }) => (
                <a class="chip" href={url} rel="external noopener">
                  {network}
                </a>
              )}
            </For>
          </dd>
        </div>
      </Show>
    </>
  );
}

/** The same in one line, for a row of a register. */
export function ContactLine(props: { contacts: Contacts }) {
  return (
    <Show when={props.contacts.phone ?? props.contacts.email}>
      <span class="contact-line">
        <Show when={props.contacts.phone}>{(phone) => <PhoneLink number={phone()} />}</Show>
        <Show when={props.contacts.email}>{(email) => <a href={`mailto:${email()}`}>{email()}</a>}</Show>
      </span>
    </Show>
  );
}

export const hasContacts = ({ phone, email, office, hours, social = [] }: Contacts) =>
  Boolean(phone ?? email ?? office ?? hours) || social.length > 0;
