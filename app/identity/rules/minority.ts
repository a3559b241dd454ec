import { ageOn } from "~/platform/time/clock";

/** Full age: 《民法典》 art. 17 (the text was not at hand: house rule). */
export const ADULT_AT = 18;

/** Below this age all of a person's data is sensitive and a guardian decides: 《个人信息保护法》 art. 28 and 31. */
export const CHILD_BELOW = 14;

/** Whether somebody born on `birthDate` is under 18 on the civil date `on`. Their 18th birthday is the first adult day. */
export const isMinorOn = (birthDate: string, on: string): boolean => ageOn(birthDate, on) < ADULT_AT;
