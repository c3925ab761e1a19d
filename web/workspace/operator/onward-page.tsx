import type { ListedCouncil } from "../../../server/features/operators/operators.console.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Page } from "../ui/page.tsx";

interface OnwardData {
  council: ListedCouncil;
  reason: string;
  link: string;
}

/** A link and no redirect: forms of the console lead to no other site. */
export default function OnwardPage(props: { data: OnwardData }) {
  const t = useT("operator");
  const { say } = useLocalized();
  return (
    <Page title={t("onward")} lead={t("onward_lead")}>
      <blockquote class="reason">{props.data.reason}</blockquote>
      <p class="buttons">
        <a class="button" href={props.data.link} referrerpolicy="no-referrer">
          {t("onward_send", { council: say(props.data.council.name) })}
        </a>
      </p>
    </Page>
  );
}
