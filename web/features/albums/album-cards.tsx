import { For } from "solid-js";
import type { AlbumSummary } from "../../../server/features/albums/albums.schema.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatDay } from "../../ui/format.ts";
import { Photo } from "../../ui/photo.tsx";

/** Albums side by side, each by its first photo. The title alone is the link; the picture leads there with it. */
export function AlbumCards(props: { albums: readonly AlbumSummary[]; count: (photos: number) => string }) {
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  return (
    <ul class="albums">
      <For each={props.albums}>
        {(album) => (
          <li>
            <Photo photo={album.cover} sizes="(max-width: 34rem) 100vw, (max-width: 56rem) 50vw, 24rem" />
            <h3 lang={lang(album.title)}>
              <a link href={album.url[locale]}>
                {say(album.title)}
              </a>
            </h3>
            <p class="stamp">
              <time datetime={album.date}>{formatDay(album.date)}</time>
              <span>{props.count(album.photoCount)}</span>
            </p>
          </li>
        )}
      </For>
    </ul>
  );
}
