import { For } from "solid-js";

/** Broken, where it must be, at its sign and its dots. */
export const MailAddress = (props: { text: string }) => (
  <span class="mail-address">
    <For each={props.text.split(/(?=[@.])/)}>
      {(part) => (
        <>
          {part}
          <wbr />
        </>
      )}
    </For>
  </span>
);
