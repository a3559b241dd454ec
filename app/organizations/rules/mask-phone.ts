/** A phone number as it is shown by default: the first three and last two digits ("138******00"). */
export const maskPhone = (phone: string): string =>
  phone.length < 6
    ? "*".repeat(phone.length)
    : `${phone.slice(0, 3)}${"*".repeat(phone.length - 5)}${phone.slice(-2)}`;
