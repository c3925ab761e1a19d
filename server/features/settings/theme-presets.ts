import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import * as v from "valibot";
import { checkTheme } from "./theme.ts";

const folder = new URL("../../../tenants/themes/", import.meta.url);

const Preset = v.object({
  name: v.object({ sq: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) }),
  brand: v.pipe(
    v.string(),
    v.regex(/^#[0-9a-f]{6}$/, "is not a colour such as #0b5b46"),
    v.check((brand) => checkTheme({ brand }).ok, "cannot be read on the paper"),
  ),
});

/** A colour that an operator proposes to councils; `code` is the name of its file. */
export type ThemePreset = v.InferOutput<typeof Preset> & { code: string };

/**
 * Every preset in `tenants/themes`, by code.
 * @throws {Error} with one sentence that names the file.
 */
export function readThemePresets(): ThemePreset[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => {
    const result = v.safeParse(Preset, JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    if (result.success) return { code: basename(file, ".json"), ...result.output };
    const [issue] = result.issues;
    throw new Error(`tenants/themes/${file}, ${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`);
  });
}
