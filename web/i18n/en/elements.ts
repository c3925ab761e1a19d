/** Pages of the catalogue: parts, elements, the readiness board, the map of the site. */
export const elements = {
  map_lead: "Everything on this site, in one place.",
  map_other: "About the site",
};
