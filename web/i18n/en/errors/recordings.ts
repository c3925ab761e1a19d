export const recordingsErrors = {
  "recordings.not_found": "This recording does not exist or is not public.",
  "recordings.no_such_page": "The library does not have that many pages. The last is page {{pages}}.",
  "recordings.none_yet": "This meeting has no recording yet: add a file or a link first.",
  "recordings.not_begun": "A recording is added once the meeting has begun.",
  "recordings.meeting_not_public": "The meeting is not public: publish it first.",
  "recordings.closed_meeting": "The meeting was closed to the public: its recording cannot be published.",
  "recordings.already_public": "This recording is public already.",
  "recordings.not_published": "This recording is not published.",
  "recordings.withdraw_first": "This recording is public: withdraw it first.",
  "recordings.source_changed":
    "Meanwhile somebody else has put here: “{{text}}”. Nothing was replaced; if you send yours again, it takes its place.",
  "recordings.no_log": "This meeting has no log: type the moments yourself.",
  "recordings.no_chapters": "There are no chapters to move yet.",
  "recordings.not_a_video": "“{{name}}” is no film that can be watched: MP4 and WebM with a picture are taken.",
  "recordings.replaced_there":
    "This file is the recording of a meeting: it is replaced at the meeting’s recording, where its length and chapters are read.",
  "recordings.link_not_https": "The address begins with https://.",
  "recordings.clock": "The moment is written as 12:34, or 1:02:34 with hours.",
  "recordings.same_second": "Another chapter begins at this very second.",
  "recordings.chapter_gone":
    "“{{chapter}}”, {{moment}}: meanwhile somebody removed this chapter or took all of them from the log again. Nothing was saved: write the moment at the chapter it belongs to now, and empty this field.",
  "recordings.not_captions":
    "This file holds no captions that can be read: it is WebVTT in UTF-8 and begins with the word WEBVTT.",
  "recordings.captions_line":
    "The captions cannot be read at line {{line}}: times are written as 00:01:02.500 --> 00:01:05.000, each after the one before it.",
};
