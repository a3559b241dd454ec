/** A request nobody answered dies after this many days; an answered one stays the way to withdraw. House rule. */
export const REQUEST_DAYS = 30;
