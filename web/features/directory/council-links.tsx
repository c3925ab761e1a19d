import { For, Show } from "solid-js";
import type { CouncilDirectory } from "../../../server/features/settings/council.schema.ts";
import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";

/** Links to councils' own sites, in the order of the Albanian alphabet. */
export function CouncilLinks(props: { councils: CouncilDirectory["councils"] }) {
  const t = useT("directory");
  const { say } = useLocalized();
  const { locale } = usePage();
  const sorted = () => [...props.councils].sort((a, b) => a.names.place.sq.localeCompare(b.names.place.sq, "sq"));
  return (
    <ul class="councils">
      <For each={sorted()}>
        {(council) => (
          <li>
            <a href={council.url + plainPages.home[locale]}>{say(council.names.council)}</a>
            <Show when={council.state === "onboarding"}>
              <span class="tag wait">{t("onboarding")}</span>
            </Show>
            <Show when={council.isExample}>
              <span class="tag">{t("example")}</span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
