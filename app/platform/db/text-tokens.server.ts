import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";

let segmenter: Jieba | null = null;

const jieba = (): Jieba => {
  segmenter ??= Jieba.withDict(dict);
  return segmenter;
};

const WORD = /[\p{L}\p{N}]/u;

/**
 * The words a text is found by, in order of appearance, each once. Goes in: any text, Chinese, Latin or mixed.
 * Comes out: lower-case words after NFKC; long Chinese words also as their parts ("数控机床" gives 数控, 机床 and the
 * whole), so that a search for a part finds the whole. Punctuation is dropped. The same function reads the text that
 * is stored and the query that is typed. House rule.
 */
export const searchTokens = (text: string): string[] => {
  const plain = text.normalize("NFKC").toLowerCase();
  const words = jieba().cutForSearch(plain, true);
  return [...new Set(words.map((word) => word.trim()).filter((word) => WORD.test(word)))];
};

/**
 * An FTS5 expression over tokens: all of them, or any. Every token is quoted, so that nothing typed is an operator.
 * `prefix` lets the last token be the beginning of a word. Comes out: null when there is nothing to look for.
 */
export const matchExpression = (
  tokens: readonly string[],
  join: "all" | "any" = "all",
  prefix = false,
): string | null => {
  if (tokens.length === 0) return null;
  const quoted = tokens.map((token) => `"${token.replaceAll('"', '""')}"`);
  if (prefix) quoted[quoted.length - 1] += "*";
  return quoted.join(join === "all" ? " AND " : " OR ");
};
