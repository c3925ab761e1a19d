export const recordingsReadiness = {
  "recordings.empty": "No recording of a Council meeting has been published yet.",
  "recordings.not_recent": "No open meeting of the Council in the last three months.",
  "recordings.missing_one": "One open meeting of the last three months has no recording.",
  "recordings.missing_other": "{{count}} open meetings of the last three months have no recording.",
  "recordings.undivided_one": "One recording of the last three months has no chapters.",
  "recordings.undivided_other": "{{count}} recordings of the last three months have no chapters.",
  "recordings.full_one": "The open meeting of the last three months can be watched, item by item.",
  "recordings.full_other": "All {{count}} open meetings of the last three months can be watched, item by item.",
};
