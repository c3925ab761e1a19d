import { type ParentProps, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { useWorkspace } from "../workspace.tsx";

/**
 * Says, where a letter is about to be sent, that none goes out; what is to be done stands in it. Nothing where letters do.
 *
 * @example <MailOff>{t("off_invitation")}</MailOff>
 */
export function MailOff(props: ParentProps) {
  const t = useT("letters");
  const { page } = useWorkspace();
  return (
    <Show when={page.isMailOff}>
      <p class="note warn">
        <b>{t("off")}</b> {props.children}
      </p>
    </Show>
  );
}
