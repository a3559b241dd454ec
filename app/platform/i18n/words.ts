/** A tree of words; leaves are sentences with {{placeholders}}. */
export type WordTree = { readonly [key: string]: string | WordTree };

/** The shape another language must fill: the same keys, any words. A missing or extra key fails the type check. */
export type SameKeys<T extends WordTree> = {
  readonly [K in keyof T]: T[K] extends WordTree ? SameKeys<T[K]> : string;
};

/** Dotted paths of a tree's leaves: "state.draft". */
export type LeafPath<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${LeafPath<T[K]>}`;
}[keyof T & string];

export type Values = Record<string, string | number>;

export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
