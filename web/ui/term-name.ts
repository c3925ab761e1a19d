/** “2023–2027”, as the years of a term are written. */
export const termName = ({ slug }: { slug: string }): string => slug.replace("-", "–");
