import { Show } from "solid-js";
import type { PhotoView } from "../../../server/features/albums/photo.schema.ts";
import { Photo } from "../../ui/photo.tsx";

const initials = (name: string) =>
  name
    .split(" ")
    .map((word) => word[0])
    .filter((_, at, { length }) => at === 0 || at === length - 1)
    .join("");

/** Somebody’s face; where no photo is known, the first letters of the name stand in its place. */
export function Portrait(props: { name: string; photo: PhotoView | null; sizes: string; first?: boolean }) {
  return (
    <div class="portrait">
      <Show when={props.photo} fallback={<span aria-hidden="true">{initials(props.name)}</span>}>
        {(photo) => <Photo photo={photo()} sizes={props.sizes} first={props.first} />}
      </Show>
    </div>
  );
}
