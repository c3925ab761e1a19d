import { describe, expect, it } from "vitest";
import { rendered } from "../testing/rendered.tsx";
import { type Column, RegisterTable } from "./register-table.tsx";

interface Line {
  name: string;
  planned: number;
}
const rows: Line[] = [
  { name: "Pagat", planned: 40 },
  { name: "Trajnimet", planned: 2 },
];
const columns: Column<Line>[] = [
  { label: "Zëri", cell: (line) => line.name },
  { label: "Planifikuar", numeric: true, cell: (line) => line.planned },
];
const table = (sums?: string[]) =>
  rendered("sq", () => <RegisterTable caption="Zërat" columns={columns} rows={rows} sums={sums} />);

describe("a register", () => {
  it("keeps every field's label in its cell, so that a telephone's card loses none", () => {
    expect(table().match(/data-label="Planifikuar"/g)).toHaveLength(rows.length);
  });

  it("stays a table for who hears it, also when it is laid out as cards", () => {
    const html = table();
    expect(html).toMatch(/role="table"/);
    expect(html.match(/role="rowheader"/g)).toHaveLength(rows.length);
    expect(html.match(/role="columnheader"/g)).toHaveLength(columns.length);
    expect(html).toContain("<caption");
  });

  it("closes with the sums where there are any", () => {
    expect(table()).not.toContain("<tfoot");
    expect(table(["Shuma", "42"])).toMatch(/<tfoot.*Shuma.*42/s);
  });
});
