/** JSON that may stand inside a script element: every "<" is escaped, so nothing typed can end the element. */
export const scriptJson = (value: object): string =>
  JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
