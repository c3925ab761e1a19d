import { Show } from "solid-js";
import { consoleHome } from "../../../server/features/operators/operators.paths.shared.ts";
import { workspaceHome } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { Page } from "../ui/page.tsx";
import { TypedWords } from "../ui/typed-words.tsx";
import { useTelling, useWorkspace } from "../workspace.tsx";

/** What cannot be shown to whoever asked, or does not exist. */
export default function RefusedPage(props: { data: { sentence: string } }) {
  const t = useT("workspace");
  const { page } = useWorkspace();
  useTelling(true);
  return (
    <Page title={t("refused")} lead={props.data.sentence}>
      <Show when={page.form}>{(form) => <TypedWords values={form().values} />}</Show>
      <p>
        <a href={(page.council ? workspaceHome : consoleHome)[page.locale]}>{t("back")}</a>
      </p>
    </Page>
  );
}
