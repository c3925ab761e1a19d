import { For, Show } from "solid-js";
import type { ListedCouncil } from "../../../server/features/operators/operators.console.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { MailOff } from "../ui/mail-off.tsx";
import { Page } from "../ui/page.tsx";
import { CouncilState } from "./council-state.tsx";

export default function CouncilsPage(props: { data: { councils: readonly (ListedCouncil & { url: string })[] } }) {
  const t = useT("operator");
  const letters = useT("letters");
  const { say } = useLocalized();
  return (
    <Page title={t("councils")} lead={t("councils_lead")} done={{ welcome: t("done_welcome") }}>
      <MailOff>{letters("off_portal")}</MailOff>
      <Show when={props.data.councils.length > 0} fallback={<EmptyState title={t("no_councils")} rank="h2" />}>
        <ul class="rows">
          <For each={props.data.councils}>
            {(council) => (
              <li>
                <div>
                  <a href={council.url}>
                    <b>{say(council.name)}</b>
                  </a>
                  <p class="hint">{council.host}</p>
                </div>
                <CouncilState council={council} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Page>
  );
}
