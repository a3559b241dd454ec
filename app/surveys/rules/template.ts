export type Bilingual = { readonly zh: string; readonly en: string };

/** 学生 · 毕业生 · 家长 · 教职工 · 用人单位 */
export const AUDIENCES = ["student", "graduate", "parent", "teacher", "employer"] as const;
export type Audience = (typeof AUDIENCES)[number];

export type SurveyQuestion = {
  /** Steady across years: the same id asks the same thing, so that years compare. Another wording that means another thing gets another id. */
  readonly id: string;
  readonly text: Bilingual;
};

export type SurveyTemplate = {
  readonly id: string;
  readonly audience: Audience;
  /** First civil date from which surveys are opened with it. */
  readonly since: string;
  /** The first one is the overall question: it must be answered, and the indicators count it. */
  readonly questions: readonly SurveyQuestion[];
  readonly freeText: Bilingual;
  /** False: house texts, taken from no document. */
  readonly verified: false;
};

/** 5 非常满意 … 1 非常不满意. House scale. */
export const CHOICES = [5, 4, 3, 2, 1] as const;
export type Choice = (typeof CHOICES)[number];

/** Answers from here on count as satisfied (满意及以上). */
export const SATISFIED_FROM = 4;

/** Whether those asked are persons who answer anonymously; an employer answers as an organization, by name. */
export const isAnonymous = (audience: Audience): boolean => audience !== "employer";

/** The question whose share is the satisfaction of an audience, by every template of it. */
export const overallOf = (audience: Audience): string => `${audience}.overall`;
