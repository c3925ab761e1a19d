import type { WithdrawnAct } from "../../../server/features/acts/acts.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useStatus } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatInstantDay } from "../../ui/format.ts";
import { Page } from "../../ui/page.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";

/** What stands at the address of a withdrawn act: its number, that it was withdrawn, when and why. */
export function WithdrawnActPage(props: { withdrawn: WithdrawnAct }) {
  const t = useT("acts");
  const matters = useT("matters");
  const collections = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const element = elementByCode("I.3.6");
  useStatus(410);
  return (
    <Page
      title={t("withdrawn_title")}
      crumbs={crumbsTo(element, locale)}
      kicker={element.short[locale]}
      lead={
        <p>
          {t("withdrawn_text", {
            type: matters(`type.${props.withdrawn.type}`),
            number: String(props.withdrawn.number),
            date: formatInstantDay(props.withdrawn.withdrawnAt),
          })}
        </p>
      }
      class="lone"
    >
      <div class="note bad">
        <p>
          <strong>{collections("withdrawn_reason")}</strong>
        </p>
        <p lang={lang(props.withdrawn.reason)}>{say(props.withdrawn.reason)}</p>
      </div>
      <p>
        <a link class="button plain" href={element.path[locale]}>
          {t("to_register")}
        </a>
      </p>
    </Page>
  );
}
