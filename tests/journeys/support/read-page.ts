import { Parser } from "htmlparser2";

/** What a crawler takes from a page. */
export interface ReadPage {
  language: string;
  title: string;
  canonical: string | undefined;
  /** Absolute addresses by language. */
  alternates: Record<string, string>;
  /** As they are written: links, files, pictures. */
  addresses: string[];
  ids: Set<string>;
  /** What people read or hear, by its language: text, and attributes that are read aloud or shared. */
  texts: { language: string; text: string }[];
  structuredData: string[];
}

const spoken = ["aria-label", "alt", "title", "placeholder", "data-label"];
const silent = new Set(["script", "style"]);

/** Reads a page without a browser. */
export function readPage(html: string): ReadPage {
  const page: ReadPage = {
    language: "",
    title: "",
    canonical: undefined,
    alternates: {},
    addresses: [],
    ids: new Set(),
    texts: [],
    structuredData: [],
  };
  const open: { name: string; language: string; type: string | undefined }[] = [];
  const parser = new Parser(
    {
      onopentag(name, { lang, id, rel, href, hreflang, src, srcset, type, content, property, ...attributes }) {
        const language = lang ?? open.at(-1)?.language ?? "";
        open.push({ name, language, type });
        if (name === "html") page.language = language;
        if (id) page.ids.add(id);
        if (rel === "canonical") page.canonical = href;
        else if (rel === "alternate" && hreflang) page.alternates[hreflang] = href!;
        else if (href !== undefined) page.addresses.push(href);
        if (src) page.addresses.push(src);
        for (const candidate of srcset?.split(",") ?? []) page.addresses.push(candidate.trim().split(" ")[0]!);
        const said = [
          ...spoken.map((attribute) => attributes[attribute]),
          ...(isShared(name, attributes, property) ? [content] : []),
        ];
        for (const text of said) if (text) page.texts.push({ language, text });
      },
      ontext(text) {
        const inside = open.at(-1);
        if (inside?.type === "application/ld+json") page.structuredData.push(text);
        if (!inside || silent.has(inside.name) || text.trim() === "") return;
        if (inside.name === "title" && open.at(-2)?.name === "head") page.title += text;
        page.texts.push({ language: inside.language, text });
      },
      onclosetag: () => void open.pop(),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return page;
}

const isShared = (name: string, { name: meta }: Record<string, string>, property: string | undefined) =>
  name === "meta" && (meta === "description" || property === "og:title" || property === "og:description");
