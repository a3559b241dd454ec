/** Days after its session for which a class list is kept. House rule. */
export const KEPT_DAYS = 90;
