/** English terms of the trade and the Chinese words they stand for, lower-case; dated data of the house. */
export type EnglishTerms = ReadonlyMap<string, readonly string[]>;

/** One thing asked for: any of these ways to say it, each a set of words that must all be there. */
export type WordGroup = readonly (readonly string[])[];

const LONGEST_TERM = 4;
const HAN = /\p{Script=Han}/u;

const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;

/** A single Chinese character among longer words says little and is cut differently in every context. */
const telling = (words: readonly string[]): readonly string[] => {
  const long = words.filter((word) => word.length > 1 || !HAN.test(word));
  return long.length > 0 ? long : words;
};

/**
 * What somebody typed as groups of words. In: the text, the terms, and the segmenter that also cut the stored text.
 * Out: one group for each English term or word and for each Chinese word; an English term also stands for its Chinese
 * words, so that "CNC" finds 数控. Empty for a text without words. At most twelve groups. House rule.
 */
export const wordGroups = (
  typed: string,
  terms: EnglishTerms,
  cut: (text: string) => readonly string[],
): WordGroup[] => {
  const pieces =
    typed
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z][a-z0-9+#.&'-]*|[^a-z\s]+/g) ?? [];
  const groups: WordGroup[] = [];
  let place = 0;
  while (place < pieces.length) {
    let taken = 0;
    for (let length = Math.min(LONGEST_TERM, pieces.length - place); length > 0; length -= 1) {
      const term = pieces.slice(place, place + length).join(" ");
      const chinese = terms.get(term) ?? terms.get(term.replace(/s$/, ""));
      if (!chinese) continue;
      groups.push([cut(term), ...chinese.map((word) => telling(cut(word)))].filter((way) => way.length > 0));
      taken = length;
      break;
    }
    if (taken === 0) {
      for (const word of telling(cut(pieces[place] ?? ""))) groups.push([[word]]);
      taken = 1;
    }
    place += taken;
  }
  return groups.slice(0, 12);
};

const groupExpression = (group: WordGroup): string => {
  const ways = group.map((way) =>
    way.length === 1 ? quoted(way[0] ?? "") : `(${way.map(quoted).join(" AND ")})`,
  );
  return ways.length === 1 ? (ways[0] ?? "") : `(${ways.join(" OR ")})`;
};

/**
 * The groups as a full-text expression in which nothing typed can be an operator. In: groups, and whether all or any of
 * them must be there. Out: null when there is nothing to look for.
 */
export const groupsExpression = (groups: readonly WordGroup[], join: "all" | "any"): string | null =>
  groups.length === 0 ? null : groups.map(groupExpression).join(join === "all" ? " AND " : " OR ");
