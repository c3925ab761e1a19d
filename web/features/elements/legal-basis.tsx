import { Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import type { ElementDescription } from "./elements-query.ts";

/** The rules of law that an element rests on; what has not been read in the law itself says so. */
export function LegalBasis(props: { rules: ElementDescription["legal"] }) {
  const t = useT("elements");
  return (
    <Show when={props.rules.length > 0}>
      <section aria-labelledby="legal">
        <div class="bar">
          <h2 id="legal">{t("legal_title")}</h2>
        </div>
        <RegisterTable
          caption={t("legal_title")}
          rows={props.rules}
          columns={[
            { label: t("legal_rule"), cell: (rule) => <span class="regular">{rule.text}</span> },
            {
              label: t("legal_law"),
              cell: (rule) => (
                <>
                  {rule.law}
                  <Show when={!rule.isChecked}>
                    <p>{t("legal_unchecked")}</p>
                  </Show>
                </>
              ),
            },
            { label: t("legal_article"), cell: (rule) => <span class="num">{rule.article ?? "–"}</span> },
          ]}
        />
      </section>
    </Show>
  );
}
