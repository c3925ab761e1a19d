import type { imports as english } from "../en/imports.ts";

export const imports = {
  "sample.sheet": "Tabela",
  "sample.explained": "Çfarë shkruhet",
  "sample.column": "Kolona",
  "sample.must": "E detyrueshme",
  "sample.meaning": "Çfarë shkruhet",
  "sample.values": "Vlerat",
} satisfies Record<keyof typeof english, string>;
