import type { AnyRegister, CellKind } from "../open-data/register.ts";
import { registers } from "../open-data/registers.ts";
import { filtersOf } from "./register-view.ts";

const types: Record<CellKind, object> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  money: { type: "integer", description: "Whole lekë" },
  date: { type: "string", format: "date" },
  instant: { type: "string", format: "date-time" },
  boolean: { type: "boolean" },
  choice: { type: "string" },
  link: { type: "string", format: "uri" },
};
const nullable = ({ type, ...more }: { type?: string }) => ({ type: [type, "null"], ...more });

const item = ({ columns, item: own }: AnyRegister) =>
  own
    ? { type: "object" }
    : {
        type: "object",
        properties: Object.fromEntries(
          columns.map(({ name, kind, label, choices }: AnyRegister["columns"][number]) => [
            name,
            {
              title: label.en,
              ...nullable(types[kind]),
              ...(choices && { enum: [...choices.map(({ value }) => value), null] }),
            },
          ]),
        ),
      };

function asJson(register: AnyRegister) {
  const text = { type: "string" };
  const inBoth = { type: "object", properties: { sq: text, en: text } };
  return {
    "application/json": {
      schema: {
        type: "object",
        required: [
          "council",
          "register",
          "title",
          "url",
          "licence",
          "changedAt",
          "filters",
          "total",
          "columns",
          "items",
        ],
        properties: {
          council: { type: "object" },
          register: { const: register.name },
          title: inBoth,
          description: inBoth,
          url: inBoth,
          schema: inBoth,
          licence: { type: "object", properties: { name: text, url: text } },
          changedAt: { type: ["string", "null"], format: "date-time" },
          filters: { type: "object" },
          total: { type: "integer" },
          columns: { type: "array", items: { type: "object" } },
          items: { type: "array", items: item(register) },
        },
      },
    },
  };
}

const contents = {
  csv: () => ({ "text/csv": { schema: { type: "string" } } }),
  xlsx: () => ({
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
      schema: { type: "string", format: "binary" },
    },
  }),
  json: asJson,
} as const;

function operation(register: AnyRegister, ending: keyof typeof contents, address: string) {
  return {
    get: {
      operationId: `export${address.replace(/[^a-z0-9]+(.)/gi, (_, next: string) => next.toUpperCase())}`,
      tags: ["exports"],
      summary: `${register.title.en} (${ending.toUpperCase()})`,
      description: register.description.en,
      parameters: filtersOf(register).map((name) => ({
        name,
        in: "query",
        required: false,
        schema: { type: "string" },
      })),
      responses: {
        200: { description: "Every row that the filters leave", content: contents[ending](register) },
        304: { description: "Nothing has changed since the version with the given ETag" },
        400: { description: "A filter that the register does not have" },
        422: { description: "A filter’s value is wrong, or a workbook would be too large" },
      },
    },
    servers: [{ url: "/" }],
  };
}

/** The exports of every register, for the description of the interface: they stand beside the pages, not below `/api`. */
export const exportPaths = (): Record<string, object> =>
  Object.fromEntries(
    registers.flatMap((register) =>
      Object.values(register.path).flatMap((path) =>
        (Object.keys(contents) as (keyof typeof contents)[]).map((ending) => [
          `${path}.${ending}`,
          operation(register, ending, `${path}.${ending}`),
        ]),
      ),
    ),
  );
