/** What every page of the workspace speaks. */
export const workspace = {
  name: "Workspace",
  navigation: "Workspace",
  public_site: "Public site",
  sign_out: "Sign out",
  optional: "(optional)",
  in_albanian: "in Albanian",
  in_english: "in English",
  form_refused: "Something is missing or wrong",
  refused: "This page cannot be shown",
  back: "Back to the first screen",
};
