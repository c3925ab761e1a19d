import { readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { fieldsSchema } from "../features/publications/fields.schema.ts";
import { publicationKind } from "../features/publications/kinds.shared.ts";
import { Theme } from "../features/settings/settings.schema.ts";
import type { LocalizedText } from "../locale.shared.ts";
import { makePdf } from "../print/pdf.ts";
import { WorkWords } from "./council/work-words.ts";
import type {
  DemoAlbum,
  DemoCouncil,
  DemoFile,
  DemoPage,
  DemoPhoto,
  DemoPublication,
  DemoSlug,
} from "./demo-content.ts";
import { dayAfter, dayOf, yearOf } from "./demo-days.ts";
import { fill, fillText, type Moment } from "./fill.ts";
import { demoFilm } from "./film.ts";
import { paperOf } from "./papers.ts";
import { drawPhoto } from "./photos.ts";
import { resolveCouncilWithPapers } from "./resolve-council.ts";
import {
  AlbumSource,
  CouncilSource,
  type FileSource,
  PageSource,
  PublicationSource,
  type WorkAnchor,
} from "./source.schema.ts";

const tenants = new URL("../../tenants/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, tenants), "utf8"));

type HtmlSource = NonNullable<PublicationSource["body"]>;
const joined = (html: HtmlSource): LocalizedText => ({
  sq: html.sq.join("\n"),
  ...(html.en && { en: html.en.join("\n") }),
});

/** Makes the council of one demo, and collects the files that its texts refer to. */
class Resolver {
  readonly slug: DemoSlug;
  readonly demoDate: string;
  readonly council: CouncilSource;
  readonly brand: string;
  readonly files = new Map<string, DemoFile>();
  readonly done: ReturnType<typeof resolveCouncilWithPapers>;
  readonly words: WorkWords;

  constructor(slug: DemoSlug, demoDate: string) {
    this.slug = slug;
    this.demoDate = demoDate;
    this.council = v.parse(CouncilSource, this.source("settings"));
    this.brand = v.parse(v.object({ brand: Theme.entries.brand }), read(`themes/${this.council.theme}.json`)).brand;
    this.done = resolveCouncilWithPapers(slug, demoDate, this.brand);
    this.words = new WorkWords(this.done.work);
  }

  source(name: string): unknown {
    return read(`demo/${this.slug}/${name}.json`);
  }

  keep(file: DemoFile): string {
    if (this.files.has(file.ref)) throw new Error(`Two files are called ${file.ref}`);
    this.files.set(file.ref, file);
    return file.ref;
  }

  /** Files of a text; `folder` sets them apart from those of other texts. */
  filesOf(
    sources: readonly FileSource[] | undefined,
    folder: string,
    moment: Moment,
    about: { title: LocalizedText; publication?: DemoPublication },
  ): string[] {
    return (sources ?? []).map((source) => {
      const name = fillText(source.name, moment, "sq");
      if (source.type === "csv") {
        const { title, rows } = fill(source, moment);
        const csv = rows.map((row) =>
          row.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(","),
        );
        const bytes = Buffer.from(`\ufeff${csv.join("\r\n")}\r\n`);
        const fileName = `${name}.csv`;
        return this.keep({
          ...{ ref: `${folder}/${fileName}`, title, language: "sq", fileName, mediaType: "text/csv" },
          make: async () => bytes,
        });
      }
      const language = source.language ?? "sq";
      const filled = fill(source, moment, language);
      const title = filled.title ?? about.title;
      const fileName = `${name}.pdf`;
      const paper = () => paperOf(filled, this.council, this.brand, { ...about, title, date: moment.on });
      return this.keep({
        ...{ ref: `${folder}/${fileName}`, title, language, fileName, mediaType: "application/pdf" },
        paper,
        make: () => makePdf(paper()),
      });
    });
  }

  photo({
    photo,
    caption,
    alternative,
  }: {
    photo: string;
    caption: LocalizedText;
    alternative: LocalizedText;
  }): DemoPhoto {
    const ref = `photos/${photo}.jpg`;
    if (!this.files.has(ref)) {
      this.keep({
        ...{ ref, title: caption, language: "mul", fileName: `${photo}.jpg`, mediaType: "image/jpeg" },
        make: () => drawPhoto(photo),
      });
    }
    return { file: ref, caption, alternative };
  }

  /** What follows from the council's work has been told by yesterday. */
  private dayOf(anchor: WorkAnchor): string {
    if (!("act" in anchor || "sitting" in anchor)) return dayOf(anchor, this.demoDate);
    const { days = 0 } = anchor;
    const day =
      "act" in anchor ? this.words.act(anchor.act, anchor.back).adoptedOn : this.words.sitting(anchor.sitting).day;
    const told = dayAfter(day, days);
    return told < this.demoDate ? told : dayOf({ daysAgo: 1 }, this.demoDate);
  }

  publication(source: PublicationSource): DemoPublication {
    const kind = publicationKind(source.element);
    if (!kind) throw new Error(`${source.element} is no collection of documents`);
    const on = this.dayOf(source.on);
    const before: Moment = { on, year: yearOf(on), demoDate: this.demoDate, ofWork: this.words.word };
    const period = source.period && fill(source.period, before);
    const year = source.year === undefined ? undefined : source.year > 1900 ? source.year : yearOf(on) + source.year;
    const moment = { ...before, year: year ?? yearOf(period?.from ?? on) };

    const slug = fillText(source.slug, moment, "sq");
    const publication: DemoPublication = {
      ...{ element: source.element, slug },
      title: fill(source.title, moment),
      ...(source.summary && { summary: fill(source.summary, moment) }),
      ...(source.body && { body: fill(joined(source.body), moment) }),
      ...(kind.dating === "date" && { date: on }),
      ...(kind.dating === "year" && { year }),
      ...(period && { periodFrom: period.from, periodTo: period.to }),
      tags: source.tags ?? [],
      fields: v.parse(fieldsSchema(kind), fill(source.fields, moment)),
      ...{ publishedOn: on, files: [] },
      ...(source.photo && { photo: this.photo(fill(source.photo, moment)) }),
    };
    publication.files = this.filesOf(source.files, `${source.element}/${slug}`, moment, {
      ...{ title: publication.title, publication },
    });
    return publication;
  }

  page(source: PageSource): DemoPage {
    const on = dayOf(source.on, this.demoDate);
    const moment = { on, year: yearOf(on), demoDate: this.demoDate };
    const { element, lead, files, form, who, fees, address, sections, how, periods, legal } = source;
    const refs = this.filesOf(files, element, moment, { title: lead });
    const formRef = form && refs.find((ref) => ref === `${element}/${form}.pdf`);
    if (form && !formRef) throw new Error(`${element} has no file ${form}`);
    const parts = {
      ...(who && { who: joined(who) }),
      ...(how && { how }),
      ...(periods && { periods }),
      ...(fees && { fees: joined(fees) }),
      ...(address && { address: joined(address) }),
      ...(sections && { sections: sections.map(({ title, text }) => ({ title, text: joined(text) })) }),
      ...(legal && { legal }),
      ...(formRef && { form: formRef }),
    };
    return { element, content: fill({ lead, parts }, moment), publishedOn: on, files: refs };
  }

  album(source: AlbumSource): DemoAlbum {
    const on = dayOf(source.on, this.demoDate);
    const moment = { on, year: yearOf(on), demoDate: this.demoDate };
    const { title, summary, photos } = fill(source, moment);
    return {
      slug: fillText(source.slug, moment, "sq"),
      title,
      summary,
      date: on,
      photos: photos.map((photo) => this.photo(photo)),
    };
  }

  resolve(): DemoCouncil {
    const { names, county, state, languages, emblem, modules, contacts, numbering } = this.council;
    const publications = readdirSync(new URL(`demo/${this.slug}/publications/`, tenants))
      .sort()
      .flatMap((file) => v.parse(v.array(PublicationSource), this.source(`publications/${file.replace(".json", "")}`)))
      .map((source) => this.publication(source))
      .sort((one, other) => other.publishedOn.localeCompare(one.publishedOn) || one.slug.localeCompare(other.slug));
    const pages = v.parse(v.array(PageSource), this.source("pages")).map((source) => this.page(source));
    const albums = v.parse(v.array(AlbumSource), this.source("albums")).map((source) => this.album(source));
    const { work, lateItem, drawnMinutes, papers, files } = this.done;
    for (const file of [...files, demoFilm]) this.keep(file);
    return {
      ...{ slug: this.slug, names, county, state },
      settings: {
        ...{ languages, theme: { brand: this.brand, emblem }, modules, numbering },
        contacts: { ...contacts, ...(work.elections.length > 0 && { term: work.terms.at(-1)!.key.replace("-", "–") }) },
      },
      demoDate: this.demoDate,
      ...{ publications, pages, albums, work, lateItem, drawnMinutes, papers, files: [...this.files.values()] },
    };
  }
}

/**
 * The council as it stands on a day (`YYYY-MM-DD`). The same day gives the same council; nothing in it is dated later.
 * Reads and checks the JSON under `tenants/demo`; an error there is thrown as it is found.
 */
export const resolveDemo = (slug: DemoSlug, demoDate: string): DemoCouncil => new Resolver(slug, demoDate).resolve();

/** The files of a council's demo, made one by one when they are asked for. */
export const demoFiles = (slug: DemoSlug, demoDate: string): DemoFile[] => resolveDemo(slug, demoDate).files;
