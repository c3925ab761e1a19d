import { For } from "solid-js";
import { consoleHome } from "../../../server/features/operators/operators.paths.shared.ts";
import { workspaceHome } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useAccountPaths } from "../account-paths.ts";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

export default function RecoveryCodesPage(props: { data: { codes: readonly string[]; isFirst: boolean } }) {
  const t = useT("accounts");
  const { page } = useWorkspace();
  const paths = useAccountPaths();
  const home = page.council ? workspaceHome : consoleHome;
  const onward = () => (props.data.isFirst ? `${home[page.locale]}?done=welcome` : paths.own[page.locale]);
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
