import { Parser } from "htmlparser2";

/** What a browser reads in a field of several lines, which the parser leaves as it is written. */
function readText(written: string): string {
  let text = "";
  new Parser({ ontext: (part) => (text += part) }).end(written);
  return text;
}

/** What a browser would send of a form as it stands on a page. */
export function fieldsOn(html: string, form = "thing"): Record<string, string> {
  const values: Record<string, string> = {};
  let [isInside, area, select]: [boolean, string | null, string | null] = [false, null, null];
  const parser = new Parser({
    onopentag(tag, { id, name = "", type = "", value = "", ...rest }) {
      if (tag === "form") isInside = id === form;
      if (!isInside) return;
      if (tag === "textarea") [area, values[name]] = [name, ""];
      else if (tag === "select") [select, values[name]] = [name, ""];
      else if (tag === "option" && select !== null && "selected" in rest) values[select] = value;
      else if (tag === "input" && name && (!/checkbox|radio/.test(type) || "checked" in rest)) values[name] = value;
    },
    ontext(text) {
      if (area !== null) values[area] += text;
    },
    onclosetag(tag) {
      if (tag === "form") isInside = false;
      if (tag === "textarea" && area !== null) values[area] = readText(values[area]!);
      if (tag === "textarea") area = null;
      if (tag === "select") select = null;
    },
  });
  parser.end(html);
  return values;
}
