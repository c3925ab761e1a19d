export const watch = {
  now: "A meeting live",
  open: "Sitting now",
  break: "In a break",
  waiting: "Begins at {{time}}",
  late: "Not begun yet · called for {{time}}",
  item: "Item {{number}}:",
  voting: "A vote is being taken",
  follow: "Follow it live",
};
