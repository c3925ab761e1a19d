import type { WithdrawnBody } from "../../../server/features/bodies/body.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { bodyElement } from "../../../server/features/elements/item-urls.shared.ts";
import { useStatus } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Page } from "../../ui/page.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";

/** What stands at the address of a withdrawn body: that one of its kind was withdrawn, when and why. */
export function WithdrawnBodyPage(props: { withdrawn: WithdrawnBody }) {
  const t = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const element = elementByCode(bodyElement(props.withdrawn.kind));
  useStatus(410);
  return (
    <Page
      title={props.withdrawn.title.replace(/\.$/, "")}
      crumbs={crumbsTo(element, locale)}
      kicker={element.short[locale]}
      class="lone"
    >
      <div class="note bad">
        <p>
          <strong>{t("withdrawn_reason")}</strong>
        </p>
        <p lang={lang(props.withdrawn.reason)}>{say(props.withdrawn.reason)}</p>
      </div>
      <p>
        <a link class="button plain" href={element.path[locale]}>
          {t("withdrawn_back", { collection: element.short[locale] })}
        </a>
      </p>
    </Page>
  );
}
