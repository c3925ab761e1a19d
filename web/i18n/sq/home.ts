import type { home as english } from "../en/home.ts";

export const home = {
  title: "Kreu",
} satisfies Record<keyof typeof english, string>;
