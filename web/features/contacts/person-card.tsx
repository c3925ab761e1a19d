import { Show } from "solid-js";
import type { Contacts } from "../../../server/features/settings/settings.schema.ts";
import { useLocalized } from "../../lib/localized.ts";
import { PhoneLink } from "../../ui/phone-link.tsx";

/** A person to turn to; `unknown` is said where the council has named nobody. */
export function PersonCard(props: { person: Contacts["dataOfficer"]; unknown: string }) {
  const { say, lang } = useLocalized();
  return (
    <div class="card">
      <Show when={props.person} fallback={<p class="unknown">{props.unknown}</p>}>
        {(person) => (
          <ul>
            <li>
              <strong>{person().name}</strong>
            </li>
            <Show when={person().role}>{(role) => <li lang={lang(role())}>{say(role())}</li>}</Show>
            <Show when={person().phone}>
              {(phone) => (
                <li>
                  <PhoneLink number={phone()} />
                </li>
              )}
            </Show>
            <Show when={person().email}>
              {(email) => (
                <li>
                  <a href={`mailto:${email()}`}>{email()}</a>
                </li>
              )}
            </Show>
            <Show when={person().hours}>{(hours) => <li lang={lang(hours())}>{say(hours())}</li>}</Show>
          </ul>
        )}
      </Show>
    </div>
  );
}
