/** What stands at the beginning of an archive, for whoever opens it in ten years. */
export const readMe = (names: string, exportedAt: Date) => `${names}

Të gjitha të dhënat dhe skedarët e këtij këshilli, siç ishin në çastin ${exportedAt.toISOString()} (UTC).
All data and files of this council, as they were at ${exportedAt.toISOString()} (UTC).

registry.json         emrat dhe adresat e këshillit / the council's names and addresses
tables/<name>.jsonl   një tabelë: një rresht JSON për çdo regjistrim, UTF-8 /
                      one table: a line of JSON for every record, UTF-8
files/<sha256>.<ext>  çdo skedar, i emërtuar sipas SHA-256 të përmbajtjes; titujt dhe emrat e tyre
                      gjenden te tables/documents.jsonl dhe tables/document_versions.jsonl /
                      every file, named by the SHA-256 of its content; their titles and names are in
                      tables/documents.jsonl and tables/document_versions.jsonl
missing-files.txt     vetëm nëse mungon ndonjë skedar: SHA-256 e atyre që magazina nuk i ka /
                      only if a file is missing: the SHA-256 of those that the storage lacks
manifest-sha256.txt   SHA-256 e gjithçkaje më sipër; kontrollohet me: sha256sum -c manifest-sha256.txt /
                      the SHA-256 of all of the above; checked with: sha256sum -c manifest-sha256.txt

Arkivi përmban edhe atë që nuk është publike (projekte, të dhëna personale): ruajeni si të tillë.
The archive also holds what is not public (drafts, personal data): keep it accordingly.
`;
