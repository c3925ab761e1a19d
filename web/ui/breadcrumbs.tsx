import { For } from "solid-js";
import { useStructuredData } from "../lib/head.ts";
import { useT } from "../lib/i18n.ts";
import { usePage } from "../lib/page-context.tsx";

export interface Crumb {
  label: string;
  path: string;
}

/** The way from the home page to here. The page itself is not a part of it: its heading follows at once. */
export function Breadcrumbs(props: { crumbs: readonly Crumb[] }) {
  const t = useT();
  const { locale } = usePage();
  const all = () => [{ label: t("site.home"), path: locale === "en" ? "/en/" : "/" }, ...props.crumbs];
  if (import.meta.env.SSR)
    useStructuredData((address) => ({
      "@type": "BreadcrumbList",
      itemListElement: all().map(({ label, path }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name: label,
        item: address(path),
      })),
    }));
  return (
    <nav class="crumbs wrap" aria-label={t("site.breadcrumbs")}>
      <ol>
        <For each={all()}>
          {(crumb) => (
            <li>
              <a link href={crumb.path}>
                {crumb.label}
              </a>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
