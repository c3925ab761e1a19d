import { Show } from "solid-js";
import type { FieldDefinition } from "../../../server/features/publications/kinds.shared.ts";
import type { LocalizedText } from "../../../server/locale.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";

/** States that have the looks of the one vocabulary of all registers. */
const looks: Record<string, string> = {
  inForce: "good",
  repealed: "bad",
  done: "good",
  ongoing: "wait",
  planned: "none",
  postponed: "warn",
  dropped: "bad",
  met: "good",
  partlyMet: "warn",
  notMet: "bad",
  held: "good",
  cancelled: "bad",
  active: "good",
  ended: "none",
  stopped: "bad",
  awaiting: "wait",
  accepted: "good",
  partlyAccepted: "warn",
  notAccepted: "bad",
  noted: "none",
};
const stateFields = [
  "status",
  "progress",
  "compliance",
  "trainingState",
  "membershipState",
  "projectState",
  "answerState",
];

/** The value of one typed field as people read it. Rows are not a value: see `TypedFields`. */
export function FieldValue(props: { field: FieldDefinition; value: unknown }) {
  const t = useT("publications");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const choice = (value: string) => t(`choice.${props.field.name}.${value}` as "choice.status.inForce");
  const text = () => props.value as LocalizedText;
  const shown = () => {
    const { value } = props;
    switch (props.field.kind) {
      case "localized":
        return <span lang={lang(text())}>{say(text())}</span>;
      case "paragraph":
        return (
          <span class="lines" lang={lang(text())}>
            {say(text())}
          </span>
        );
      case "date":
        return <time datetime={value as string}>{formatDay(value as string)}</time>;
      case "money":
      case "integer":
        return <span>{formatNumber(value as number, locale)}</span>;
      case "choices":
        return (value as string[]).map(choice).join(", ");
      case "choice":
        return stateFields.includes(props.field.name) ? (
          <span class={`tag ${looks[value as string] ?? ""}`}>{choice(value as string)}</span>
        ) : (
          choice(value as string)
        );
      case "url":
        return <a href={value as string}>{new URL(value as string).hostname}</a>;
      default:
        return String(value);
    }
  };
  return <Show when={props.value !== undefined && props.value !== null}>{shown()}</Show>;
}
