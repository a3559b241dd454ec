import { describe, expect, it } from "vitest";
import { CITY_CONSORTIUM_TREE, type ConsortiumFacts, summarize } from "~/agreements/rules/indicators";

const nothing: ConsortiumFacts = {
  members: 2,
  organs: 0,
  duties: 0,
  benefits: 0,
  meetings: 0,
  meetingsThisYear: 0,
  tasks: 0,
  tasksDone: 0,
  elementsDone: 0,
  contributionsFen: 0,
  acceptedDeliveries: 0,
  keptShare: 0,
  daysSinceDeed: 400,
  shared: 1,
};
const lively: ConsortiumFacts = {
  members: 4,
  organs: 3,
  duties: 4,
  benefits: 2,
  meetings: 4,
  meetingsThisYear: 4,
  tasks: 6,
  tasksDone: 5,
  elementsDone: 5,
  contributionsFen: 1,
  acceptedDeliveries: 3,
  keptShare: 0.9,
  daysSinceDeed: 3,
  shared: 0,
};

describe("the indicators of a consortium", () => {
  it("have the shape of three, sixteen and forty-four", () => {
    const groups = CITY_CONSORTIUM_TREE.levels.flatMap((level) => level.groups);
    const items = groups.flatMap((group) => group.items);
    expect([CITY_CONSORTIUM_TREE.levels.length, groups.length, items.length]).toEqual([3, 16, 44]);
    expect(new Set(items.map((item) => item.id)).size).toBe(44);
  });

  it("raise the negative ones of a consortium in name only, and none of a lively one", () => {
    expect(summarize(CITY_CONSORTIUM_TREE, nothing)).toMatchObject({ met: 1, negative: 6 });
    const { checked, met, negative } = summarize(CITY_CONSORTIUM_TREE, lively);
    expect([met, negative]).toEqual([checked, 0]);
  });
});
