/**
 * Words that carry no subject: linking articles, prepositions, conjunctions, pronouns, auxiliaries. Folded. Left out of
 * queries unless a query has nothing else. Kept out of the list on purpose: `pro`, `kundër`, `para`, `jetë`, `jashtë` (“mbledhje jashtë
 * radhe”), `gjatë` and `drejt` (also adjectives), and numerals. By hand from the school grammar.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `
  i e te se u
  a apo as asaj asnje asnjeri ata ate atij ato atyre ai ajo aty c cdo cila cilat cilen cilet cili cilin cilit cka
  dhe disa do edhe eshte
  gjithashtu im ime ish ishin ishte ja jam jane je jemi jeni jo jone ju jua juaj juve
  ka kam kane ke kemi keni kesaj keta kete ketij keto ketu ketyre kishin kishte kjo ku kur ky
  madje me megjithese mbi mua mund
  n na nder ndermjet ndersa ndonje ne neve nga nje nuk o ose
  pa pas pasi per permes po por prandaj prane prej q qe
  s sa saj se sepse si sic sikur ska t ta te tek ti tij tone tona tu tyre u vec yne
  `
    .trim()
    .split(/\s+/),
);

/** Those that are another word without their mark: `nën` (under), but `nen` (article of a law). As they are written. */
export const markedStopWords: ReadonlySet<string> = new Set(["nën"]);
