import { Show } from "solid-js";
import type { Affiliation } from "../../../server/features/people/members.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";

/** To which party somebody belongs, or that it is none, or that it is not known. */
export function PartyName(props: { of: Affiliation; short?: boolean }) {
  const t = useT("people");
  const { say, lang } = useLocalized();
  return (
    <Show
      when={props.of.party}
      fallback={<span class="soft">{t(props.of.kind === "none" ? "affiliation_none" : "affiliation_unknown")}</span>}
    >
      {(party) => (
        <Show
          when={props.short}
          fallback={<span lang={lang(party().name)}>{`${say(party().name)} (${party().shortName})`}</span>}
        >
          <abbr title={say(party().name)} lang={lang(party().name)}>
            {party().shortName}
          </abbr>
        </Show>
      )}
    </Show>
  );
}
