import { useLocation } from "@solidjs/router";
import { createEffect, on } from "solid-js";

/** A new page in the same document is announced as a new document would be: the reader's place moves to its content. */
export function useFocusAfterNavigation() {
  const location = useLocation();
  createEffect(
    on(
      () => location.pathname + location.search,
      () => document.getElementById("main")?.focus({ preventScroll: true }),
      { defer: true },
    ),
  );
}
