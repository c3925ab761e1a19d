import { readingStates, unreadableReasons } from "../../../server/features/document-texts/document-texts.shared.ts";
import { documentViews } from "../../../server/features/documents/documents.paths.shared.ts";
import { unseenKinds } from "../../../server/features/editing/told-text.ts";
import { findingKinds, needs, sureness, unreadReasons } from "../../../server/features/inspection/inspection.shared.ts";

const places = ["publication", "page", "meeting", "act", "draft_act", "person", "election"];
const states = ["waiting", "sending", "paused", "offline", "finishing", "done", "failed"];

export default [
  { namespace: "documents", prefix: "view_", rest: documentViews, because: "a list shows some of them" },
  { namespace: "documents", prefix: "place_", rest: places, because: "something carries a document" },
  { namespace: "documents", prefix: "state_", rest: states, because: "a file on its way stands somewhere" },
  { namespace: "documents", prefix: "language_", rest: ["sq", "en", "mul"], because: "a file is in a language" },
  {
    namespace: "documents",
    prefix: "virus_",
    rest: ["clean", "not_configured", "too_large", "found", "unknown"],
    because: "a file was looked into, or not",
  },
  { namespace: "documents", prefix: "text_", rest: ["text", "partly", "none"], because: "a file has text, or not" },
  { namespace: "documents", prefix: "text_unread_", rest: unreadReasons, because: "a text was not read for a reason" },
  {
    namespace: "documents",
    prefix: "reading_",
    rest: readingStates.filter((state) => state !== "not_asked"),
    because: "a file has been read, or not",
  },
  {
    namespace: "documents",
    prefix: "unreadable_",
    rest: unreadableReasons,
    because: "a file was not read for a reason",
  },
  {
    namespace: "documents",
    prefix: "found_",
    rest: [...findingKinds, ...unseenKinds],
    because: "what is found is of a kind",
  },
  { namespace: "documents", prefix: "need_", rest: needs, because: "a need is of a kind" },
  { namespace: "documents", prefix: "sure_", rest: sureness, because: "a finding is more or less sure" },
];
