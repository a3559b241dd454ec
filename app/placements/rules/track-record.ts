/** Reasons of a break that lie with the unit; illness, family or conduct of the student do not count against it. */
export const HOST_REASONS = ["post_unlike_agreed", "safety", "pay_late", "host_closed_post"] as const;

/** Findings about pay carry this rule at their front (INT-27, article 18). */
export const PAY_RULE = "INT-27/";
