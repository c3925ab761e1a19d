import { For } from "solid-js";
import { type ElementCode, elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";

/** What residents come for. Each leads to how it is done, on paper where there is no other way yet. */
const wishes = [
  { key: "information", code: "II.1.2" },
  { key: "complaint", code: "II.4.2" },
  { key: "petition", code: "I.3.15" },
  { key: "comment", code: "I.3.12" },
  { key: "attend", code: "II.3.1" },
] as const satisfies { key: string; code: ElementCode }[];

export function Ask() {
  const t = useT("home");
  const { locale } = usePage();
  return (
    <ul class="ask">
      <For each={wishes}>
        {({ key, code }) => (
          <li>
            <a link href={elementByCode(code).path[locale]}>
              <b>{t(`ask_${key}`)}</b>
              <span>{t(`ask_${key}_text`)}</span>
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}
