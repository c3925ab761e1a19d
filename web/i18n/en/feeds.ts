/** Names of feeds and of open data, as they stand in programs that read them. */
export const feeds = {
  latest_title: "What is new",
  latest_subtitle: "Everything that the Council publishes, the newest first",
};
