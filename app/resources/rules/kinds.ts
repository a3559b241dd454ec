/** 实训基地、实验室、课程、教师、职业体验日: what one organization lets another book. */
export const RESOURCE_KINDS = ["training_base", "laboratory", "course", "teacher", "experience_day"] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RELATIONS = ["father", "mother", "grandparent", "other"] as const;
export type Relation = (typeof RELATIONS)[number];
