/** What the server says of a file that it refuses: what is wrong with it, where that is told, else the refusal as a whole. */
export function refusalWords(problem: { title?: string; fields?: readonly { message: string }[] }): string | undefined {
  const wrong = [...new Set(problem.fields?.map(({ message }) => message))];
  return wrong.length > 0 ? wrong.join(" ") : problem.title;
}
