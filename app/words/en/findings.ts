import type { findings as chinese } from "../zh-CN/findings";

export const findings: typeof chinese = {
  title: "Found by the weekly check",
  lead: {
    school:
      "Every Monday all students at work are checked by the rules; below is what the school must put right, and what went up because nobody did.",
    host: "Every Monday students at work are checked by the rules; below is what you must put right.",
    authority: "What nobody put right within two weeks, without students' names.",
  },
  evaluated: "Last checked on Monday, {{monday}}.",
  empty: "Nothing is open",
  what: "What",
  whose: "Student and host",
  since: "Since",
  act: "Who must act",
  level: { l1: "Told to the school's owner", l2: "Told to the authority" },
  who: { host: "Host", school: "School", student: "Student", guardian: "Guardian", authority: "Authority" },
  waits: {
    school: "{{count}} problems wait for the school",
    host: "{{count}} problems wait for you",
    authority: "{{count}} problems nobody put right in two weeks",
    meta: "The oldest since {{since}}; after a week the school's owner is told, after two the authority",
    act: "Look",
  },
};
