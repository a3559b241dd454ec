/** What besides courses can be worth credits: 职业技能等级证书（1+X）, 竞赛, 专利, 产品与作品. */
export const CLAIM_SOURCES = ["certificate", "competition", "patent", "product"] as const;

/** Whose files are the evidence of a claim. */
export const CLAIM_FILE = "credit_claim";
