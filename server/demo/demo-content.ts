import type { TenantNames } from "../db/registry-db.ts";
import type { AttachmentRole } from "../features/documents/attachments.shared.ts";
import type { PublicationFields } from "../features/publications/fields.schema.ts";
import type { Contacts, Modules, Numbering, Theme } from "../features/settings/settings.schema.ts";
import type { LocalizedText } from "../locale.shared.ts";
import type { Paper } from "../print/paper.ts";
import type { CouncilWork } from "./council-content.ts";

/** The councils of the demo, in the order in which they are made. All are fictitious. */
export const demoSlugs = ["valbardhe", "gurekuq", "detas"] as const;
export type DemoSlug = (typeof demoSlugs)[number];

/** One council of the demo as it stands on the day of the demo. Days are `YYYY-MM-DD`, none later than that day. */
export interface DemoCouncil {
  slug: DemoSlug;
  /** The day on which its world ends. */
  demoDate: string;
  names: TenantNames;
  county: string;
  state: "onboarding" | "live";
  settings: {
    languages: ("sq" | "en")[];
    theme: Theme;
    modules: Modules;
    contacts: Contacts;
    numbering: Numbering;
  };
  /** The newest first. */
  publications: DemoPublication[];
  pages: DemoPage[];
  albums: DemoAlbum[];
  work: CouncilWork;
  /** Why something came onto an agenda after the notice. */
  lateItem: LocalizedText;
  /** What is written into the minutes that the portal draws. */
  drawnMinutes: DrawnMinutes;
  /** Papers of the work. */
  papers: DemoPaper[];
  /** Every file that the above refer to, each once. */
  files: DemoFile[];
}

/** Sentences for the room that drawn minutes leave: how the agenda was approved, what was said of drafts, and of all else. */
export type DrawnMinutes = Record<"agenda" | "discussed" | "heard", string>;

/** A paper that belongs to something of the council's work, by its key. */
export interface DemoPaper {
  carrier: "meeting" | "item" | "draft" | "act" | "election";
  key: string;
  role: AttachmentRole;
  /** The file's `ref`. */
  file: string;
  /** The day on which it was added. */
  on: string;
  /** It came after the notice, as minutes always do, or after what it belongs to. */
  isLate: boolean;
}

export interface DemoPublication {
  element: string;
  slug: string;
  title: LocalizedText;
  summary?: LocalizedText;
  /** Simple HTML: p, h2, h3, ul, ol, li, table, strong, em, a. */
  body?: LocalizedText;
  date?: string;
  year?: number;
  periodFrom?: string;
  periodTo?: string;
  tags: string[];
  /** Valid for the element's kind. */
  fields: PublicationFields;
  /** The day on which it was published. */
  publishedOn: string;
  /** Documents, in the order in which they are shown. */
  files: string[];
  photo?: DemoPhoto;
}

/** A step of a procedure: what happens, and who does it. */
export interface ProcedureStep {
  title: LocalizedText;
  text: LocalizedText;
}

/** A period with the law that it comes from; `status` is how sure the source is (V seen, M+ likely, M not checked, M− weak). */
export interface ProcedurePeriod {
  what: LocalizedText;
  days: { number: number; unit: "working" | "calendar" };
  law: string;
  article: string;
  status: "V" | "M+" | "M" | "M−";
}

/** What the page of a procedure says. `who`, `fees`, `address` and the text of a section are simple HTML, all else plain text. */
export interface ProcedureContent {
  lead: LocalizedText;
  parts: {
    who?: LocalizedText;
    how?: ProcedureStep[];
    periods?: ProcedurePeriod[];
    fees?: LocalizedText;
    address?: LocalizedText;
    /** Further sections with a heading of their own: grounds of restriction, kinds of account … */
    sections?: { title: LocalizedText; text: LocalizedText }[];
    legal?: LocalizedText[];
    /** The blank form among the files. */
    form?: string;
  };
}

export interface DemoPage {
  element: string;
  content: ProcedureContent;
  publishedOn: string;
  files: string[];
}

export interface DemoPhoto {
  /** The file's `ref`. */
  file: string;
  caption: LocalizedText;
  alternative: LocalizedText;
}

export interface DemoAlbum {
  slug: string;
  title: LocalizedText;
  summary: LocalizedText;
  date: string;
  photos: DemoPhoto[];
}

/** A file that is made when it is needed; the same day gives the same bytes. */
export interface DemoFile {
  ref: string;
  title: LocalizedText;
  language: "sq" | "en" | "mul";
  fileName: string;
  mediaType: "application/pdf" | "text/csv" | "text/plain" | "image/jpeg" | "video/mp4";
  make(): Promise<Buffer>;
  /** Of a PDF: the paper that it is, so that another thread can set it. */
  paper?(): Paper;
}
