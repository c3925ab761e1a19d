import type { watch as english } from "../en/watch.ts";

export const watch = {
  now: "Mbledhje drejtpërdrejt",
  open: "Po zhvillohet tani",
  break: "Në pushim",
  waiting: "Fillon në orën {{time}}",
  late: "Ende s’ka filluar · ora e caktuar {{time}}",
  item: "Pika {{number}}:",
  voting: "Po votohet",
  follow: "Ndiqeni drejtpërdrejt",
} satisfies Record<keyof typeof english, string>;
