import type { Generated, JSONColumnType } from "kysely";
import type { AccountTables } from "../features/accounts/accounts.tables.ts";
import type { ActTables } from "../features/acts/acts.tables.ts";
import type { AlbumTables } from "../features/albums/albums.tables.ts";
import type { BodyTables } from "../features/bodies/bodies.tables.ts";
import type { DeadlineTables } from "../features/deadlines/deadlines.tables.ts";
import type { DocumentTextTables } from "../features/document-texts/document-texts.tables.ts";
import type { AttachmentTables } from "../features/documents/attachments.tables.ts";
import type { DocumentTables } from "../features/documents/documents.tables.ts";
import type { DraftActTables } from "../features/draft-acts/draft-acts.tables.ts";
import type { EditingTables } from "../features/editing/editing.tables.ts";
import type { ElectionTables } from "../features/elections/elections.tables.ts";
import type { ImportTables } from "../features/imports/imports.tables.ts";
import type { InspectionTables } from "../features/inspection/inspection.tables.ts";
import type { LiveTables } from "../features/live/live.tables.ts";
import type { MailingTables } from "../features/mailings/mailings.tables.ts";
import type { MeetingTables } from "../features/meetings/meetings.tables.ts";
import type { MinutesTables } from "../features/minutes/minutes.tables.ts";
import type { OperatorTables } from "../features/operators/visits.tables.ts";
import type { PageTables } from "../features/pages/pages.tables.ts";
import type { PayTables } from "../features/pay/pay.tables.ts";
import type { PeopleTables } from "../features/people/people.tables.ts";
import type { PlanTables } from "../features/plan/plan.tables.ts";
import type { PublicationTables } from "../features/publications/publications.tables.ts";
import type { ReadinessTables } from "../features/readiness/readiness.tables.ts";
import type { RecordingTables } from "../features/recordings/recordings.tables.ts";
import type { SearchTables } from "../features/search/search.tables.ts";
import type { SettingsTables } from "../features/settings/settings.tables.ts";
import type { UpkeepTables } from "../features/upkeep/upkeep.tables.ts";
import type { UploadTables } from "../features/uploads/uploads.tables.ts";
import type { OutboxTables } from "../jobs/outbox.tables.ts";
import type { MailTables } from "../mail/mails.tables.ts";

export interface ContentVersionsTable {
  area: string;
  version: Generated<number>;
  changed_at: Generated<Date>;
}

export interface AuditLogTable {
  id: Generated<number>;
  at: Generated<Date>;
  actor: JSONColumnType<object>;
  action: string;
  subject: string;
  subject_id: string;
  before: JSONColumnType<object> | null;
  after: JSONColumnType<object> | null;
}

/** All a council owns. `tenant_id` is left out on purpose: the transaction carries it. */
export interface TenantTables
  extends SettingsTables,
    DocumentTables,
    DocumentTextTables,
    PublicationTables,
    PageTables,
    AlbumTables,
    DeadlineTables,
    PeopleTables,
    BodyTables,
    ElectionTables,
    PayTables,
    DraftActTables,
    MeetingTables,
    MinutesTables,
    LiveTables,
    RecordingTables,
    ActTables,
    AccountTables,
    OperatorTables,
    PlanTables,
    AttachmentTables,
    InspectionTables,
    UploadTables,
    ImportTables,
    ReadinessTables,
    EditingTables,
    OutboxTables,
    MailTables,
    SearchTables,
    UpkeepTables,
    MailingTables {
  content_versions: ContentVersionsTable;
  audit_log: AuditLogTable;
}
