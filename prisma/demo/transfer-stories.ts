import type { Direction, Part } from "~/pathways/rules/pack";

export type TransferStory = {
  name: string;
  direction: Direction;
  /** age at entry, in years */
  age: number;
  /** entrance score in tenths of a point; null when nobody has filled it in */
  score: number | null;
  until:
    | "draft"
    | "counselling"
    | "consent"
    | "sending"
    | "eligibility"
    | "assessment"
    | "notice"
    | "authority"
    | "credits"
    | "rejected"
    | "moved";
  /** scores of the parts in basis points, where there was an assessment */
  marks?: Record<Part, number>;
};

/** Last term's, all done. */
export const FINISHED: readonly TransferStory[] = [
  {
    name: "罗静怡",
    direction: "to_general",
    age: 15,
    score: 6_120,
    until: "moved",
    marks: { entrance: 8_160, daily: 8_800, school: 8_350 },
  },
  {
    name: "谭志鹏",
    direction: "to_vocational",
    age: 15,
    score: null,
    until: "moved",
    marks: { entrance: 7_200, daily: 7_050, school: 9_100 },
  },
];

/** The open window: two on notice towards the general school, the others at every other step. */
export const RUNNING: readonly TransferStory[] = [
  {
    name: "梁嘉欣",
    direction: "to_general",
    age: 15,
    score: 6_040,
    until: "notice",
    marks: { entrance: 8_050, daily: 8_600, school: 8_900 },
  },
  {
    name: "郭浩然",
    direction: "to_general",
    age: 15,
    score: 5_880,
    until: "notice",
    marks: { entrance: 7_840, daily: 8_200, school: 8_100 },
  },
  { name: "冯可欣", direction: "to_general", age: 15, score: 5_760, until: "sending" },
  { name: "邓宇航", direction: "to_general", age: 15, score: null, until: "rejected" },
  { name: "蔡美琪", direction: "to_general", age: 15, score: 5_620, until: "draft" },
  { name: "叶泽楷", direction: "to_general", age: 15, score: null, until: "eligibility" },
  {
    name: "李文轩",
    direction: "to_vocational",
    age: 15,
    score: null,
    until: "authority",
    marks: { entrance: 7_400, daily: 7_700, school: 8_800 },
  },
  {
    name: "刘乐瑶",
    direction: "to_vocational",
    age: 15,
    score: null,
    until: "credits",
    marks: { entrance: 7_100, daily: 7_900, school: 8_600 },
  },
  { name: "何海涛", direction: "to_vocational", age: 15, score: null, until: "assessment" },
  { name: "张佩珊", direction: "to_vocational", age: 15, score: null, until: "consent" },
  { name: "黄永康", direction: "to_vocational", age: 15, score: null, until: "counselling" },
];
