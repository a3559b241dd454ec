const SEPARATORS = /[\s()（）、，,·/《》"“”和与及]+/u;

/**
 * Words that say how a major or an occupation is named, not what it is about: they are cut out before comparing.
 * House rule, found by reading both catalogues.
 */
const EMPTY_WORDS = [
  "工程技术人员",
  "专业人员",
  "技术人员",
  "服务人员",
  "工程技术",
  "技术应用",
  "应用技术",
  "管理员",
  "服务员",
  "技术",
  "人员",
  "应用",
  "管理",
  "服务",
  "工程",
  "现代",
  "智能",
  "专业",
  "基础",
  "实务",
];

/** The meaningful runs of a Chinese name. Goes in: a printed name. Comes out: runs of at least one character. */
export const stems = (name: string): string[] => {
  let text = name;
  for (const word of EMPTY_WORDS) text = text.replaceAll(word, " ");
  return text.split(SEPARATORS).filter((run) => run.length > 0);
};

/**
 * Single characters and neighbouring pairs of a name's meaningful runs, the units names are compared by. A name
 * that is nothing but empty words is compared whole. Never refuses.
 */
export const grams = (name: string): string[] => {
  const runs = stems(name);
  const found = new Set<string>();
  for (const run of runs.length > 0 ? runs : [name]) {
    const letters = [...run];
    letters.forEach((letter, at) => {
      found.add(letter);
      const next = letters[at + 1];
      if (next !== undefined) found.add(letter + next);
    });
  }
  return [...found];
};

/** Pairs of characters two names share after the empty words are cut, longest runs first: the fact of a reason. */
export const sharedRuns = (left: string, right: string): string[] => {
  const other = stems(right).join("|");
  const found = new Set<string>();
  for (const run of stems(left)) {
    for (let start = 0; start < run.length - 1; start += 1) {
      let end = run.length;
      while (end - start >= 2 && !other.includes(run.slice(start, end))) end -= 1;
      if (end - start >= 2) {
        found.add(run.slice(start, end));
        start = end - 1;
      }
    }
  }
  return [...found].sort((a, b) => b.length - a.length);
};
