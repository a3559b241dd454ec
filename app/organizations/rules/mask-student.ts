/** A birth date as staff see it by default: the year alone ("2009-**-**"). */
export const maskBirthDate = (birthDate: string): string => `${birthDate.slice(0, 4)}-**-**`;
