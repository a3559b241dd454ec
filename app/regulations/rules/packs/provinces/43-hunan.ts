import { ageOn } from "~/platform/time/clock";
import { defineRule, type Pack } from "../../rule";
import { ON_POST } from "../internship/premises";
import { houseRule } from "../sources";

const METHOD = {
  zh: "《湖南省超龄人员等特定人员参加工伤保险办法（试行）》",
  en: "Hunan trial method on work-injury insurance for particular persons",
};

/** Hunan lets interns join work-injury insurance: the national insurance rule stays, this one comes beside it. */
export const hunanPack: Pack = {
  id: "hunan-2025",
  title: METHOD,
  place: { zh: "湖南省", en: "Hunan" },
  rules: [
    defineRule({
      id: "INT-39",
      title: { zh: "湖南：实习生可参加工伤保险", en: "Hunan: interns may join work-injury insurance" },
      text: {
        zh: "年满十六周岁的实习学生可参加工伤保险；未参加的，请写明理由。",
        en: "Interns of sixteen or over may join work-injury insurance; where they do not, write down why.",
      },
      severity: "report",
      source: houseRule(METHOD, "P20"),
      validFrom: "2025-01-01",
      region: "43",
      stages: ["start", "roster"],
      who: "host",
      thresholds: { lowestAge: 16 },
      parts: (part) => [
        part({
          premises: [
            ON_POST,
            {
              needs: ["student.birthDate", "placement.start"],
              holds: (f, t) => ageOn(f["student.birthDate"] ?? "", f["placement.start"] ?? "") >= t.lowestAge,
            },
          ],
          needs: ["insurance.workInjury"],
          check: (f) => (f["insurance.workInjury"] ? null : { because: "notJoined" }),
        }),
      ],
      fails: {
        notJoined: {
          message: { zh: "学生没有参加工伤保险。", en: "The student is not in work-injury insurance." },
          fix: {
            zh: "请实习单位办理参保，或写明未参加的理由。",
            en: "The host enrols the student or writes down why not.",
          },
        },
      },
    }),
  ],
};
