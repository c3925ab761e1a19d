import { chapterKinds } from "../../../server/features/recordings/chapters.shared.ts";
import { linkKinds } from "../../../server/features/recordings/link-kind.shared.ts";

export default [
  {
    namespace: "recordings",
    prefix: "lies.",
    rest: ["file", ...linkKinds],
    because: "a recording is a file or a link of a kind",
  },
  { namespace: "recordings", prefix: "language.", rest: ["sq", "en"], because: "captions are in a language" },
  { namespace: "recordings", prefix: "chapter.", rest: ["opening", "break"], because: "such chapters have one name" },
  { namespace: "recordings", prefix: "kind.", rest: chapterKinds, because: "a chapter is of one kind" },
  {
    namespace: "recording",
    prefix: "state.",
    rest: ["draft", "published", "withdrawn"],
    because: "a recording is public or not",
  },
  { namespace: "recording", prefix: "language.", rest: ["sq", "en"], because: "captions are in a language" },
];
