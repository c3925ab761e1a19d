export const followingErrors = {
  "following.not_found":
    "This meeting cannot be followed live: it does not exist, or it takes place without the public.",
  "following.too_many":
    "{{most}} connections from your network are following this meeting already, which is the limit. The page goes on by asking every few seconds.",
};
