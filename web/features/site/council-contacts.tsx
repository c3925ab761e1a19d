import { Show } from "solid-js";
import type { Contacts } from "../../../server/features/settings/settings.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { PhoneLink } from "../../ui/phone-link.tsx";

/** How the Council is reached; what is not known is said to be unknown. */
export function CouncilContacts(props: { contacts: Contacts }) {
  const t = useT();
  const { say, lang } = useLocalized();
  return (
    <ul>
      <Show when={props.contacts.address} fallback={<li class="unknown">{t("contact.no_address")}</li>}>
        {(address) => <li lang={lang(address())}>{say(address())}</li>}
      </Show>
      <Show when={props.contacts.phone} fallback={<li class="unknown">{t("contact.no_phone")}</li>}>
        {(phone) => (
          <li>
            <PhoneLink number={phone()} />
          </li>
        )}
      </Show>
      <Show when={props.contacts.email} fallback={<li class="unknown">{t("contact.no_email")}</li>}>
        {(email) => (
          <li>
            <a href={`mailto:${email()}`}>{email()}</a>
          </li>
        )}
      </Show>
      <Show when={props.contacts.hours} fallback={<li class="unknown">{t("contact.no_hours")}</li>}>
        {(hours) => <li lang={lang(hours())}>{say(hours())}</li>}
      </Show>
    </ul>
  );
}
