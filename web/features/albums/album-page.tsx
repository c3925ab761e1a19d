import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Album } from "../../../server/features/albums/albums.schema.ts";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useStructuredData } from "../../lib/head.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { Page } from "../../ui/page.tsx";
import { Photo } from "../../ui/photo.tsx";
import { crumbsTo } from "../elements/element-crumbs.ts";
import NotFoundPage from "../errors/not-found-page.tsx";
import { getAlbum } from "./albums-query.ts";

/** The photos of one album with what they show, in words too. */
export default function AlbumPage(props: { match: PageMatch }) {
  const album = createAsync(() => getAlbum(props.match.slug!));
  return (
    <Show when={album() !== null} fallback={<NotFoundPage />}>
      <Show when={album()}>{(found) => <AlbumSheet album={found()} />}</Show>
    </Show>
  );
}

function AlbumSheet(props: { album: Album }) {
  const t = useT("collections");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const gallery = elementByCode("V.1.5");
  if (import.meta.env.SSR)
    useStructuredData((address) => ({
      "@type": "ImageGallery",
      name: say(props.album.title),
      datePublished: props.album.date,
      url: address(props.album.url[locale]),
    }));
  return (
    <Page
      title={say(props.album.title)}
      titleLang={lang(props.album.title)}
      description={props.album.summary ? say(props.album.summary) : undefined}
      crumbs={crumbsTo(gallery, locale)}
      kicker={`${formatDay(props.album.date)} · ${t("photos", { count: props.album.photoCount })}`}
      lead={props.album.summary && <p lang={lang(props.album.summary)}>{say(props.album.summary)}</p>}
    >
      <OnlyAlbanian
        texts={[props.album.title, props.album.summary, ...props.album.photos.map(({ caption }) => caption)]}
      />
      <ul class="photos">
        <For each={props.album.photos}>
          {(photo, index) => (
            <li>
              <figure>
                <a
                  href={photo.renditions.at(-1)?.url}
                  aria-label={t("open_photo", { caption: say(photo.caption) })}
                  lang={lang(photo.caption)}
                >
                  <Photo photo={photo} sizes="(max-width: 40rem) 100vw, 36rem" first={index() < 2} />
                </a>
                <figcaption lang={lang(photo.caption)}>{say(photo.caption)}</figcaption>
              </figure>
            </li>
          )}
        </For>
      </ul>
    </Page>
  );
}
