export const followingReadiness = {
  "following.never": "No meeting has been followed live here yet.",
  "following.not_recent": "No open meeting of the Council in the last three months.",
  "following.not_followed_one": "One open meeting of the last three months could not be followed live.",
  "following.not_followed_other": "{{count}} open meetings of the last three months could not be followed live.",
  "following.no_picture_one": "One open meeting of the last three months had no broadcast.",
  "following.no_picture_other": "{{count}} open meetings of the last three months had no broadcast.",
  "following.full_one": "The open meeting of the last three months was followed live, with its broadcast.",
  "following.full_other":
    "All {{count}} open meetings of the last three months were followed live, with their broadcast.",
};
