import { For } from "solid-js";
import { accountsPaths } from "../../../server/features/accounts/accounts.paths.shared.ts";
import { workspaceHome } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function RecoveryCodesPage(props: { data: { codes: readonly string[]; isFirst: boolean } }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const onward = () =>
    props.data.isFirst ? `${workspaceHome[page.locale]}?done=welcome` : accountsPaths.own[page.locale];
  return (
    <Page title={t("codes")} lead={t("codes_lead")}>
      <ul class="codes">
        <For each={props.data.codes}>
          {(code) => (
            <li>
              <code>{code}</code>
            </li>
          )}
        </For>
      </ul>
      <p class="buttons">
        <a class="button" href={onward()}>
          {t("codes_kept")}
        </a>
      </p>
    </Page>
  );
}
