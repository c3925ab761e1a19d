import { createContext, type JSX, type ParentProps, useContext } from "solid-js";

const ReadingContext = createContext(false);

/** What stands in it is for somebody who changes nothing: forms show what is set, and what only changes something is left out. */
export const Reading = (props: ParentProps<{ when: boolean }>) => (
  <ReadingContext.Provider value={props.when}>{props.children}</ReadingContext.Provider>
);
export const useReading = (): boolean => useContext(ReadingContext);

/** For whoever may change something. */
export const Writing = (props: ParentProps) => <>{useReading() ? null : props.children}</>;

/** A field as it is read: nothing is set where it is empty. */
export const ReadField = (props: { label: JSX.Element; value: string }) => (
  <dl class="read-field">
    <dt>{props.label}</dt>
    <dd>{props.value || "—"}</dd>
  </dl>
);
