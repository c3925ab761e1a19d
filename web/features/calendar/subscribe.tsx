import { useOrigin } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";

/** How the calendar comes into one's own: by one press where the device knows how, or by its address. */
export function Subscribe(props: { feed: Record<"sq" | "en", string>; isNarrowed: boolean }) {
  const t = useT("calendar");
  const { locale } = usePage();
  const origin = useOrigin();
  const whole = () => origin() + props.feed[locale];
  return (
    <section class="subscribe" aria-labelledby="subscribe">
      <div>
        <h2 id="subscribe">{t("subscribe")}</h2>
        <p>{t(props.isNarrowed ? "subscribe_narrowed" : "subscribe_text")}</p>
        <p>
          {t("subscribe_address")} <code>{whole()}</code>
        </p>
      </div>
      <p class="subscribe-links">
        <a class="button" href={whole().replace(/^https?:/, "webcal:")}>
          {t("subscribe_send")}
        </a>
        <a class="download" href={props.feed[locale]}>
          {t("subscribe_file")}
        </a>
      </p>
    </section>
  );
}
