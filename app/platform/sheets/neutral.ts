/** What a spreadsheet program would take for the beginning of a formula. */
const ACTIVE = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A text that no spreadsheet program will run: an apostrophe goes before what looks like a formula. */
export const neutralText = (text: string): string =>
  ACTIVE.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

/** The text as it was before `neutralText`, so that a file we wrote reads back as it was. */
export const restoredText = (text: string): string =>
  text.startsWith("'") && ACTIVE.test(text.slice(1)) ? text.slice(1) : text;
