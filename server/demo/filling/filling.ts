import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../../features/audit/audit.service.ts";
import type { Attachment } from "../../features/documents/attachments.service.ts";
import type { PrintedMinutes } from "../../features/minutes/publishing.service.ts";
import type { Paper } from "../../print/paper.ts";
import type { CouncilWork, DemoProposer } from "../council-content.ts";
import type { DemoPaper } from "../demo-content.ts";

/** Ids of what has been stored, by the keys of the demo. */
export class Ids {
  private readonly known = new Map<string, string>();
  private readonly what: string;
  constructor(what: string) {
    this.what = what;
  }
  set(key: string, id: string): string {
    this.known.set(key, id);
    return id;
  }
  get(key: string): string {
    const id = this.known.get(key);
    if (!id) throw new Error(`No ${this.what} ${key} in the demo yet`);
    return id;
  }
}

/** A council's people and work on their way into its tables. */
export interface Filling {
  tx: TenantTx;
  work: CouncilWork;
  /** Makes documents of papers whose files are stored already. */
  documents(by: Doing, papers: readonly DemoPaper[]): Promise<Attachment[]>;
  /** Prints minutes, and stores them as PDF and as DOCX. */
  print(paper: Paper, fileName: string): Promise<PrintedMinutes>;
  /** The papers of a thing; `late` ones came after the notice. */
  papersOf(carrier: DemoPaper["carrier"], key: string, isLate?: boolean): DemoPaper[];
  ids: Record<"parties" | "terms" | "people" | "bodies" | "drafts" | "meetings" | "items" | "acts" | "rates", Ids>;
}

export const noIds = (): Filling["ids"] => ({
  parties: new Ids("party"),
  terms: new Ids("term"),
  people: new Ids("person"),
  bodies: new Ids("body"),
  drafts: new Ids("draft act"),
  meetings: new Ids("meeting"),
  items: new Ids("agenda item"),
  acts: new Ids("act"),
  rates: new Ids("rate"),
});

/** On whose proposal, as services are told. */
export const proposerOf = ({ ids }: Filling, proposer: DemoProposer) => ({
  proposerKind: proposer.kind,
  ...(proposer.name && { proposer: proposer.name }),
  ...(proposer.person && { proposerPersonId: ids.people.get(proposer.person) }),
  ...(proposer.body && { proposerBodyId: ids.bodies.get(proposer.body) }),
});
