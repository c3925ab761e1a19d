import { useT } from "../lib/i18n.ts";

export type Readiness = "none" | "partial" | "full";
const looks: Record<Readiness, string> = { full: "good", partial: "warn", none: "none" };

/** How much of an element is here: a word, a colour and a shape. */
export function ReadinessTag(props: { readiness: Readiness }) {
  const t = useT();
  return <span class={`tag ${looks[props.readiness]}`}>{t(`readiness.${props.readiness}`)}</span>;
}
