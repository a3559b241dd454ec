import { checkDigitOf } from "~/organizations/rules/uscc";

/** A well-formed credit code of a fictional firm of Panyu, told apart by its serial number. */
export const codeOf = (serial: number): string => {
  const body = `91440113MADE00${String(serial).padStart(3, "0")}`;
  return `${body}${checkDigitOf(body)}`;
};
