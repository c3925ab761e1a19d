import { consoleHome } from "../../../server/features/operators/operators.paths.shared.ts";
import { workspaceHome } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Page } from "../ui/page.tsx";
import { useWorkspace } from "../workspace.tsx";

/** What cannot be shown to whoever asked, or does not exist. */
export default function RefusedPage(props: { data: { sentence: string } }) {
  const t = useT("workspace");
  const { page } = useWorkspace();
  return (
    <Page title={t("refused")} lead={props.data.sentence}>
      <p>
        <a href={(page.council ? workspaceHome : consoleHome)[page.locale]}>{t("back")}</a>
      </p>
    </Page>
  );
}
