const LEADING_PLACES =
  /^(?:[一-龥]{2,7}?(?:省|自治区))?(?:[一-龥]{2,5}?市)?(?:[一-龥]{1,5}?(?:自治县|县|区))?/;

const TO_THE_NUMBER = /^.*?[\d]+(?:-\d+)?\s*号/;

/**
 * Which house an address names, so that two spellings of one house are equal. Goes in: the address as typed and the code
 * of its region. Comes out: the city's four digits with street and house number, without room and floor; empty when the
 * address has no house number, because a street alone is shared by thousands. House rule.
 */
export const addressKey = (address: string, regionCode: string): string => {
  const plain = address.normalize("NFKC").replace(/[\s,，。;；()（）]/g, "");
  const street = TO_THE_NUMBER.exec(plain.replace(LEADING_PLACES, ""))?.[0];
  return street ? `${regionCode.slice(0, 4)}:${street}` : "";
};
