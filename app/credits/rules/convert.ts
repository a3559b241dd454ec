import { gradeCenti, PASS_CENTI } from "./grade";
import { type DestinationCourse, type Examination, type OwedItem, owedItems } from "./owed";

/** One line of a transcript as the sending school certified it. Credits in hundredths. */
export type TranscriptLine = {
  code: string;
  name: string;
  creditsCenti: number;
  hours: number | null;
  /** as printed: "86.5", "良好" */
  grade: string;
  /** as printed, tells two lines of one course apart: "1-1" */
  term: string;
};

export const EQUIVALENCE_TYPES = ["same", "similar", "elective", "none"] as const;
export type EquivalenceType = (typeof EQUIVALENCE_TYPES)[number];

/** One line of an equivalence table: 直认, 近认, 转为选修 or 需补修. */
export type TableLine = {
  sourceCode: string;
  sourceName: string;
  /** credits of the whole source course */
  sourceCenti: number;
  type: EquivalenceType;
  destinationCode: string | null;
  destinationName: string | null;
  destinationCenti: number;
  /** "" for every major */
  majorCode: string;
  /** lowest grade in hundredths of a point, 0 for a pass */
  minimumCenti: number;
  shareBp: number;
};

/** What a school decides otherwise for one line, with its reason. */
export type Override = {
  /** key of the line: `lineKey` */
  line: string;
  outcome: "recognised" | "elective" | "not_recognised";
  destinationCode: string | null;
  creditsCenti: number;
  reason: string;
  by: string;
};

export const LINE_OUTCOMES = ["recognised", "conditional", "elective", "not_recognised", "unknown"] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** A sentence as a word key and its values; credits and grades are in hundredths and shown by the page. */
export type Sentence = { key: string; values: Readonly<Record<string, string | number>> };

export type ConvertedLine = {
  key: string;
  code: string;
  name: string;
  term: string;
  grade: string;
  earnedCenti: number;
  outcome: LineOutcome;
  destinationCode: string | null;
  destinationName: string | null;
  /** credits given at the destination, never more than were earned */
  creditsCenti: number;
  why: Sentence;
  /** the reason where a school decided otherwise than the table */
  override: { reason: string; by: string } | null;
};

export type Conversion = {
  form: 1;
  lines: ConvertedLine[];
  owed: OwedItem[];
  totals: {
    earnedCenti: number;
    recognisedCenti: number;
    electiveCenti: number;
    owedCenti: number;
    unknown: number;
  };
};

export type ConversionInput = {
  transcript: readonly TranscriptLine[];
  /** the lines of the version in force on the day that counts; empty where there is none */
  table: readonly TableLine[];
  /** the major at the destination; "" at a general school */
  majorCode: string;
  /** the destination's courses of that major on the day that counts */
  destination: readonly DestinationCourse[];
  /** examinations of the destination's track that were missed */
  examinations: readonly Examination[];
  overrides: readonly Override[];
};

/** What tells the lines of one transcript apart: the course and the term. */
export const lineKey = ({ code, term }: Pick<TranscriptLine, "code" | "term">): string => `${code}|${term}`;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One fixed order, whatever order lines came in; of two lines of one course and term the richer one is first. */
const inOrder = (lines: readonly TranscriptLine[]): TranscriptLine[] =>
  [...lines].sort(
    (a, b) =>
      byText(a.code, b.code) ||
      byText(a.term, b.term) ||
      b.creditsCenti - a.creditsCenti ||
      (gradeCenti(b.grade) ?? -1) - (gradeCenti(a.grade) ?? -1) ||
      byText(a.name, b.name) ||
      byText(a.grade, b.grade) ||
      (a.hours ?? 0) - (b.hours ?? 0),
  );

const earned = (line: TranscriptLine): number => Math.max(0, line.creditsCenti);

type Given = Pick<ConvertedLine, "outcome" | "destinationCode" | "destinationName" | "creditsCenti" | "why">;

const none = (outcome: LineOutcome, key: string, values: Sentence["values"] = {}): Given => ({
  outcome,
  destinationCode: null,
  destinationName: null,
  creditsCenti: 0,
  why: { key: `credits.why.${key}`, values },
});

/** Destinations fill up: nobody gets more credits for a course than the course has. */
type Room = { room: Map<string, number>; whole: Map<string, number> };

const take = ({ room }: Room, code: string, most: number, wanted: number): number => {
  const left = room.get(code) ?? most;
  const taken = Math.max(0, Math.min(left, wanted));
  room.set(code, left - taken);
  return taken;
};

const byTable = (line: TranscriptLine, rule: TableLine, state: Room, score: number): Given => {
  const minimum = Math.max(rule.minimumCenti, PASS_CENTI);
  const { destinationCode, destinationName } = rule;
  const values = { source: rule.sourceName, destination: destinationName ?? "", share: rule.shareBp };
  if (rule.type === "none") {
    return {
      ...none("not_recognised", destinationCode ? "noneMakeUp" : "none", values),
      destinationCode,
      destinationName,
    };
  }
  if (rule.type !== "same" && score < minimum) {
    return {
      ...none("not_recognised", "below", { ...values, minimum, grade: score }),
      destinationCode,
      destinationName,
    };
  }
  const share = rule.type === "same" ? 10_000 : Math.max(0, Math.min(10_000, rule.shareBp));
  const worth = Math.floor((earned(line) * share) / 10_000);
  if (rule.type === "elective" || !destinationCode) {
    return { ...none("elective", "elective", values), creditsCenti: worth };
  }
  const creditsCenti = take(state, destinationCode, rule.destinationCenti, worth);
  if (rule.type === "same") {
    state.whole.set(
      `${destinationCode}|${rule.sourceCode}`,
      (state.whole.get(`${destinationCode}|${rule.sourceCode}`) ?? 0) + earned(line),
    );
  }
  const capped = creditsCenti < worth;
  const key = `${rule.type}${capped ? "Capped" : ""}`;
  const why = { key: `credits.why.${key}`, values: { ...values, minimum, most: rule.destinationCenti } };
  const outcome = rule.type === "same" ? "recognised" : "conditional";
  return { outcome, destinationCode, destinationName, creditsCenti, why };
};

const byOverride = (
  line: TranscriptLine,
  override: Override,
  courses: ReadonlyMap<string, DestinationCourse>,
  state: Room,
): Given => {
  if (override.outcome === "not_recognised") return none("not_recognised", "decidedNot");
  const wanted = Math.max(0, Math.min(override.creditsCenti, earned(line)));
  const course = override.destinationCode === null ? undefined : courses.get(override.destinationCode);
  if (override.outcome === "elective" || !course) {
    return { ...none("elective", "decidedElective"), creditsCenti: wanted };
  }
  return {
    outcome: "recognised",
    destinationCode: course.code,
    destinationName: course.name,
    creditsCenti: take(state, course.code, course.creditsCenti, wanted),
    why: { key: "credits.why.decided", values: { destination: course.name } },
  };
};

/** The line of the table for a course: that of the student's major before that of every major. */
const linesByCourse = (table: readonly TableLine[], majorCode: string): Map<string, TableLine> => {
  const found = new Map<string, TableLine>();
  for (const line of table) {
    if (line.majorCode !== "" && line.majorCode !== majorCode) continue;
    if (line.majorCode !== "" || !found.has(line.sourceCode)) found.set(line.sourceCode, line);
  }
  return found;
};

/** The code a course name stands for in the table; the first code where several share a name. */
const codesByName = (rules: Iterable<TableLine>): Map<string, string> => {
  const found = new Map<string, string>();
  for (const { sourceName, sourceCode } of rules) {
    const known = found.get(sourceName);
    if (known === undefined || sourceCode < known) found.set(sourceName, sourceCode);
  }
  return found;
};

/**
 * Converts a transcript line by line. Goes in: the lines, the version of the table and the destination's courses that
 * count, the examinations missed, and what the school decided otherwise. Comes out: for every line what becomes of it, with
 * the sentence that explains it, what is still owed, and the sums; the order of the lines makes no difference and the same
 * input gives the same bytes. Never more credits than were earned, never more for a course than it has; a course the table
 * does not know is "unknown" and gets nothing until the school decides. House rule, after 相同直认、相近可认 of the regional
 * methods; not verified against an article.
 */
export const convert = (input: ConversionInput): Conversion => {
  const rules = linesByCourse(input.table, input.majorCode);
  const courses = new Map(input.destination.map((course) => [course.code, course]));
  const decided = new Map(input.overrides.map((one) => [one.line, one]));
  const named = codesByName(rules.values());
  const state: Room = { room: new Map(), whole: new Map() };
  let last = "";
  const lines = inOrder(input.transcript).map((line): ConvertedLine => {
    const key = lineKey(line);
    const score = gradeCenti(line.grade);
    const passed = score !== null && score >= PASS_CENTI;
    const earnedCenti = passed ? earned(line) : 0;
    const repeated = key === last;
    last = key;
    const override = repeated || !passed ? undefined : decided.get(key);
    const rule = rules.get(line.code);
    const like = named.get(line.name);
    const given = repeated
      ? none("not_recognised", "repeated")
      : !passed
        ? none("not_recognised", score === null ? "noGrade" : "notPassed", { grade: line.grade })
        : override
          ? byOverride(line, override, courses, state)
          : rule
            ? byTable(line, rule, state, score)
            : none("unknown", like ? "unknownLike" : "unknown", like ? { like } : {});
    const { code, name, term, grade } = line;
    return {
      key,
      code,
      name,
      term,
      grade,
      earnedCenti: repeated ? 0 : earnedCenti,
      ...given,
      override: override ? { reason: override.reason, by: override.by } : null,
    };
  });
  const completed = new Set(
    [...rules.values()]
      .filter((rule) => {
        const earned = state.whole.get(`${rule.destinationCode}|${rule.sourceCode}`);
        return earned !== undefined && earned >= rule.sourceCenti;
      })
      .map((rule) => rule.destinationCode ?? ""),
  );
  const owed = owedItems({ ...input, lines, completed });
  const sum = (outcomes: readonly LineOutcome[]): number =>
    lines.reduce((all, one) => all + (outcomes.includes(one.outcome) ? one.creditsCenti : 0), 0);
  return {
    form: 1,
    lines,
    owed,
    totals: {
      earnedCenti: lines.reduce((all, one) => all + one.earnedCenti, 0),
      recognisedCenti: sum(["recognised", "conditional"]),
      electiveCenti: sum(["elective"]),
      owedCenti: owed.reduce((all, one) => all + one.creditsCenti, 0),
      unknown: lines.filter((one) => one.outcome === "unknown").length,
    },
  };
};
