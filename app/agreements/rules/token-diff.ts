export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

// The dictionary behind the segmenter takes quadratic time on a long run without punctuation.
const RUN = /[^。；，！？,.;!?\n]{0,199}[。；，！？,.;!?\n]?/gsu;

/** The words of a text as the reader sees them; punctuation and spaces are words of their own. */
export const wordsOf = (text: string): string[] =>
  (text.match(RUN) ?? []).flatMap((run) => Array.from(segmenter.segment(run), ({ segment }) => segment));

const MOST_CELLS = 4_000_000;

const push = (parts: DiffPart[], kind: DiffPart["kind"], text: string): void => {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else if (text) parts.push({ kind, text });
};

const longestCommon = (a: readonly string[], b: readonly string[]): DiffPart[] => {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      table[at] = a[i] === b[j] ? table[at + width + 1]! + 1 : Math.max(table[at + width]!, table[at + 1]!);
    }
  }
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(parts, "same", a[i]!);
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) {
      push(parts, "removed", a[i]!);
      i += 1;
    } else {
      push(parts, "added", b[j]!);
      j += 1;
    }
  }
  return parts;
};

/**
 * Word by word what changed between two Chinese or mixed texts. Comes out: parts in reading order; joining "same" and
 * "removed" gives the first text, "same" and "added" the second. Texts whose middle is too large to compare are told as
 * one removal and one addition.
 */
export const diffText = (before: string, after: string): DiffPart[] => {
  if (before === after) return before ? [{ kind: "same", text: before }] : [];
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const parts: DiffPart[] = [];
  push(parts, "same", a.slice(0, start).join(""));
  if (middleA.length * middleB.length > MOST_CELLS) {
    push(parts, "removed", middleA.join(""));
    push(parts, "added", middleB.join(""));
  } else {
    for (const part of longestCommon(middleA, middleB)) push(parts, part.kind, part.text);
  }
  push(parts, "same", end > 0 ? a.slice(a.length - end).join("") : "");
  return parts;
};
