import { Show } from "solid-js";
import { consoleHome } from "../../../server/features/operators/operators.paths.shared.ts";
import { workspaceHome } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Emblem } from "../../ui/emblem.tsx";
import { useWorkspace } from "../workspace.tsx";

/** Whose place it is, and the way back to where it begins. */
export function Name() {
  const t = useT("workspace");
  const { page } = useWorkspace();
  const { say } = useLocalized();
  const isInside = page.account !== null || page.visit !== null;
  return (
    <Show
      when={page.council}
      fallback={
        <a class="desk-name" href={consoleHome[page.locale]}>
          <span>
            <b>e-Këshilli</b>
            <span>{t("console")}</span>
          </span>
        </a>
      }
    >
      {(council) => (
        <a class="desk-name" href={isInside ? workspaceHome[page.locale] : page.locale === "en" ? "/en/" : "/"}>
          <Emblem name={council().emblem} picture={council().emblemPicture} />
          <span>
            <b>{say(council().names.council)}</b>
            <span>{t("name")}</span>
          </span>
        </a>
      )}
    </Show>
  );
}
