import { type Figure, isMet } from "./bench.ts";

const number = (value: number) =>
  value.toLocaleString("en", { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3 });

function wanted({ atLeast, atMost, below, unit }: Figure): string {
  if (atLeast !== undefined) return `≥ ${number(atLeast)} ${unit}`;
  if (atMost !== undefined) return `≤ ${number(atMost)} ${unit}`;
  if (below !== undefined) return `< ${number(below)} ${unit}`;
  return "";
}

/** Figures as lines of equal width. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const required = wanted(figure).trim();
    return [
      figure.what,
      `${number(figure.value)} ${figure.unit}`.trim(),
      figure.spread ? `${number(figure.spread[0])} … ${number(figure.spread[1])}` : "",
      required,
      required && (isMet(figure) ? "met" : "NOT MET"),
    ];
  });
  const all = [["", "median", "rounds", "required", ""], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`.trimEnd())
    .join("\n");
}
