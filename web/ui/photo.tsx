import type { PhotoView } from "../../server/features/albums/photo.schema.ts";
import { useLocalized } from "../lib/localized.ts";

interface PhotoProps {
  photo: PhotoView;
  /** How wide it is drawn, as the attribute `sizes` says it. */
  sizes: string;
  /** The first thing on a page is fetched at once; all else waits until it is near. */
  first?: boolean;
}

/** A photo in the size that the screen needs, with its room kept free while it comes. */
export function Photo(props: PhotoProps) {
  const { say, lang } = useLocalized();
  const largest = () => props.photo.renditions.at(-1);
  const set = () => props.photo.renditions.map(({ url, width }) => `${url} ${width}w`).join(", ");
  return (
    <img
      src={largest()?.url}
      srcset={set()}
      sizes={props.sizes}
      width={props.photo.width}
      height={props.photo.height}
      alt={say(props.photo.alternative)}
      lang={lang(props.photo.alternative)}
      loading={props.first ? "eager" : "lazy"}
      decoding="async"
    />
  );
}
