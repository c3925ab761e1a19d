/**
 * What stands before another word to make a new one (`nën-kryetar`, `ri-shqyrtim`, `bashkë-financim`): the rest is looked
 * up by itself, so that `zëvendëskryetarja` bends as `kryetarja` does; the prefix stays in the stem, for a deputy is not
 * the chair. Folded.
 */
export const prefixes =
  "agro anti auto bashke bllok dem eko energji foto gjeo gjithe gjysme hidro infra inter jashte keq krye kunder mbi mikro mini mos ndaj nder nen para pas projekt qira ri shpern shume socio tele tej termo trans vend vete vetem video zevendes".split(
    " ",
  );
