import type { feeds as english } from "../en/feeds.ts";

export const feeds = {
  latest_title: "Të rejat",
  latest_subtitle: "Gjithçka që publikon Këshilli, më e reja e para",
} satisfies Record<keyof typeof english, string>;
