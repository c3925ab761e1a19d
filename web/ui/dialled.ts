/** What is dialled: of several numbers the first, without the extension that is asked for afterwards. */
export const dialled = (number: string): string => /^[^,;/\p{L}]*/u.exec(number)![0].replace(/\(0\)|[^+\d]/g, "");
