import type { AskedPlace } from "../../http/asks-first.ts";
import type { Locale } from "../../locale.shared.ts";
import type { DifferenceView } from "./desk/differences-view.ts";
import type { FormChoice, FormDescription, FormValues } from "./form.shared.ts";

/** A state as a word with a tone. */
export interface StateTag {
  tone: "good" | "warn" | "wait" | "none" | "off";
  word: string;
}

export interface ListPageData {
  title: string;
  lead: string;
  path: string;
  /** Where a new one is made; none where a collection is chosen first. */
  fresh: readonly { href: string; label: string }[];
  /** Pages about all of them, in the order of the kind. */
  besides: readonly { href: string; label: string }[];
  /** There are collections, and none is chosen. */
  isAsking: boolean;
  titleColumn: string;
  filters: { q: string; state: string; only: string; stage: string };
  states: readonly FormChoice[];
  /** The collections, where there are any. */
  kinds: readonly FormChoice[];
  /** How far things of this kind come, where they go a way of their own. */
  way: { label: string; stages: readonly FormChoice[] } | null;
  total: number;
  page: number;
  pages: number;
  items: readonly {
    href: string;
    title: string;
    lang: "sq" | undefined;
    tag: StateTag | null;
    /** How far it has come, and where that is entered. */
    stage: { word: string; href: string } | null;
    updatedAt: string;
  }[];
}

/** What two people changed in one place, as both wrote it. */
export interface ClashView {
  name: string;
  label: string;
  was: string | null;
  theirs: string;
  mine: string;
}

/** The button after which something was asked. */
export type AskedStep = "save" | "publish" | "withdraw";
/** What is done only with what somebody has seen. */
export type SeenStep = "publish" | "submit";

/** What seems to be said about persons, and the mark by which somebody says that they have looked. */
export interface PersonsAsked {
  mark: string;
  places: readonly AskedPlace[];
}

/** A form that somebody left unsaved, with the addresses where it is opened and where it is dropped. */
export interface LeftForm {
  /** An instant. */
  at: string;
  href: string;
  drop: string;
}

/** A field of a thing in words, with the language of it where it is one of two. */
export interface ReadField {
  label: string;
  text: string;
  lang: Locale | null;
}

/** What somebody proposes to change of what the public reads. */
export interface ProposalView {
  by: string;
  at: string;
  note: string | null;
  isOwn: boolean;
  returned: { by: string; note: string } | null;
  differences: readonly DifferenceView[];
  version: string;
  /** Its version, where the form was filled in from it to be saved. */
  opened: string | null;
  /** Where the form is filled in from it. */
  open: string | null;
  /** Where it is given back, or taken back by whoever has made it. */
  giveBack: string | null;
}

export interface EditPageData {
  entity: string;
  /** `null` for what is new. */
  id: string | null;
  title: string;
  action: string;
  list: { href: string; label: string };
  description: FormDescription;
  values: FormValues;
  /** What it says, in words, for whoever reads and changes nothing: they have no form. */
  read: readonly ReadField[] | null;
  version: string | null;
  tag: StateTag | null;
  /** Files that came with the form and were not kept, and why. */
  refusedFiles: readonly { name: string; problem: string }[];
  /** What somebody is asked before it becomes public. */
  asked: {
    step: AskedStep;
    persons: PersonsAsked | null;
    /** There is neither text nor file in it. */
    withoutReading: boolean;
    /** What they have confirmed already, which is sent along. */
    confirmed: { persons: string | null; withoutReading: boolean };
  } | null;
  /** What another had changed when it was to be published or handed over: it is saved, and that is seen first. */
  taken: { step: SeenStep; fields: readonly { name: string; label: string; text: string }[] } | null;
  /** Since when it is public, or will be. */
  publicFrom: string | null;
  /** The public saw it once and does not any more. */
  isWithdrawn: boolean;
  clashes: readonly ClashView[];
  isBaseKnown: boolean;
  /** Forms that this person left unsaved, on this page or another; the latest first. */
  unsaved: readonly LeftForm[];
  /** The form stands as it was left unsaved. */
  isUnsaved: boolean;
  edit: { id: string; account: string; seen: string | null };
  links: {
    versions: string | null;
    preview: string | null;
    formPreview: string;
    photos: string | null;
    public: string | null;
    besides: readonly { href: string; label: string }[];
  };
  steps: {
    publish: string | null;
    withdraw: string | null;
    bin: string | null;
    unbin: string | null;
    submit: string | null;
    giveBack: string | null;
  };
  /** Since when it is in the bin, where nothing is done to it but to take it out. */
  binnedSince: string | null;
  /** Readers are told why it is withdrawn. */
  asksReason: boolean;
  /** Another person publishes what this one prepares. */
  needsApproval: boolean;
  /** Whether this person may save it as it stands. */
  mayChange: boolean;
  /** It is public, and changed by whoever may publish. */
  waitsForPublisher: boolean;
  /** Where this person proposes what they may not save. */
  propose: string | null;
  proposal: ProposalView | null;
  /** The version of the proposal from which the form was filled in. */
  filledFrom: string | null;
  /** What was handed over, and waits or was given back. */
  submission: {
    by: string;
    at: string;
    note: string | null;
    isOwn: boolean;
    /** Since then; it is handed over anew. */
    isChanged: boolean;
    returned: { by: string; note: string } | null;
  } | null;
}

/** Why a form shows no preview. */
export interface PreviewRefusedData {
  /** What stands in the way, where it is no field. */
  sentence: string | null;
  fields: readonly { label: string; message: string }[];
}

export interface VersionsPageData {
  title: string;
  back: string;
  revisions: readonly {
    number: number;
    at: string;
    by: string;
    what: string;
    href: string;
    isNow: boolean;
    isShown: boolean;
  }[];
  /** What the chosen version changed; `null` for the first. */
  shown: {
    number: number;
    differences: readonly DifferenceView[];
    /** Where it is made to hold again; `null` where it holds. */
    restore: string | null;
    /** What it says about persons, which the public would read again. */
    persons: PersonsAsked | null;
  } | null;
}

export interface BinPageData {
  groups: readonly {
    label: string;
    items: readonly { title: string; binnedAt: string; goneAt: string; restore: string | null }[];
  }[];
}
