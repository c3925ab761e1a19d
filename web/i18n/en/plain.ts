/** Where no page can be rendered; the server alone says these. */
export const plain = {
  unknown_host_title: "No council is served at this address",
  unknown_host_text: "Check the spelling of the address, or find your council in the directory.",
  suspended_title: "This site is closed for the time being",
  suspended_text:
    "The council’s papers can be asked for at its secretariat during working hours. The site will open again at the same address.",
  unavailable_title: "The site is resting for a moment",
  unavailable_text: "The data cannot be reached right now. Nothing is lost; please try again in a minute.",
  broken_title: "The page could not be shown",
  broken_text: "The fault is ours and has been recorded. Please try again in a moment.",
  not_found_title: "This page was not found",
  not_found_text: "The address may be mistyped, or the page was withdrawn.",
  refused_title: "The request was refused",
  refused_text: "What was sent cannot be accepted.",
  back_home: "To the home page",
  preview: "Preview: this is how the public will see it. This view is not kept and changes nothing.",
};
