import { describe, expect, it } from "vitest";
import { referenceMaterial } from "~/catalogues/reference.server";
import type { FitMajor } from "~/catalogues/types";
import { buildFitModel } from "~/matching/rules/fit/model";
import { fitOf, fitScores, rankOccupations } from "~/matching/rules/fit/rank";

const material = referenceMaterial();
const model = buildFitModel(material);

const major = (code: string): FitMajor => {
  const found = model.majors.get(code);
  if (!found) throw new Error(`no major ${code}`);
  return found;
};

describe("printed links", () => {
  it("come first, official, with the printed words and the publication", () => {
    const [first] = rankOccupations(model, major("460110"), 5).filter((item) => item.code === "6-18-02-04");
    expect(first).toMatchObject({ basis: "official", score: 1 });
    expect(first?.reason[0]).toMatchObject({ kind: "printed", values: { printed: "焊工" } });
    expect(JSON.stringify(first?.reason[0])).toContain("专业简介");
  });

  it("make every occupation of a printed group official, below one printed itself", () => {
    const items = rankOccupations(model, major("460118"), 40);
    const turner = items.find((item) => item.code === "6-18-01-01");
    expect(turner).toMatchObject({ basis: "official", score: 0.9 });
    expect(turner?.reason[0]?.kind).toBe("printedGroup");
  });

  it("stay inferred where only our reading joins the code", () => {
    const tea = rankOccupations(model, major("410107"), 20).find((item) => item.code === "6-02-06-11");
    expect(tea).toMatchObject({ basis: "inferred" });
    expect(tea?.reason[0]).toMatchObject({ kind: "printedOlder", values: { printed: "评茶员" } });
  });

  it("leave every official item above every inferred one but those printed under another name", () => {
    for (const code of ["460110", "410107", "530701", "510203"]) {
      const items = rankOccupations(model, major(code), 60);
      const official = items.filter((item) => item.basis === "official").map((item) => item.score);
      const guessed = items
        .filter((item) => !item.reason[0]?.kind.startsWith("printed"))
        .map((item) => item.score);
      expect(Math.min(...official)).toBeGreaterThan(Math.max(...guessed));
    }
  });
});

describe("inferred fit", () => {
  it.each([
    ["660103", "6-18-01-01"],
    ["260103", "2-02-07-02"],
    ["770101", "4-10-01-03"],
    ["730701", "4-01-06-01"],
    ["740201", "4-03-02-01"],
    ["700206", "4-12-01-01"],
    ["730801", "4-02-06-03"],
    ["320201", "2-05-08-01"],
    ["310203", "2-02-10-03"],
  ])("of %s holds %s among the first five, with a reason", (code, occupation) => {
    const items = rankOccupations(model, major(code), 5);
    const found = items.find((item) => item.code === occupation);
    expect(items.map((item) => item.code)).toContain(occupation);
    expect(found?.basis).toBe("inferred");
    expect(found?.reason.length).toBeGreaterThan(0);
  });

  it("leans to engineers at the bachelor level and to operators at the secondary one", () => {
    const turner = "6-18-01-01";
    const engineer = "2-02-07-02";
    const secondary = fitScores(model, major("660103"));
    const bachelor = fitScores(model, major("260103"));
    expect(secondary.get(turner) ?? 0).toBeGreaterThan(secondary.get(engineer) ?? 0);
    expect(bachelor.get(engineer) ?? 0).toBeGreaterThan(bachelor.get(turner) ?? 0);
  });

  it("gives every major of the catalogue at least five occupations, scores within 0..1, sorted, each explained", () => {
    for (const one of material.majors) {
      const items = rankOccupations(model, one, 10);
      const scores = items.map((item) => item.score);
      expect(items.length, `${one.code} ${one.name}`).toBeGreaterThanOrEqual(5);
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(items.every((item) => item.reason.length > 0)).toBe(true);
    }
  });

  it("ranks a major that is new to the catalogue by its name and class", () => {
    const fresh: FitMajor = {
      code: "460399",
      name: "工业机器人集成应用",
      level: "associate",
      family: "06-03",
    };
    expect(rankOccupations(model, fresh, 5).map((item) => item.code)).toContain("6-31-07-01");
  });

  it("says the same for one occupation as in the ranking, and nothing for a code outside the catalogue", () => {
    const [first] = rankOccupations(model, major("660103"), 1);
    const asked = fitOf(model, major("660103"), [first?.code ?? "", "9-99-99-99"]);
    expect(asked.get(first?.code ?? "")).toEqual(first);
    expect(asked.size).toBe(1);
  });
});

describe("links imported later", () => {
  it("count as official with their own source", () => {
    const source = "某市人社局对照表 2026";
    const links = [
      ...material.links,
      { majorCode: "660103", printed: "磨工", code: "6-18-01-04", match: "exact" as const, source },
    ];
    const [first] = rankOccupations(buildFitModel({ ...material, links }), major("660103"), 1);
    expect(first).toMatchObject({ code: "6-18-01-04", basis: "official" });
    expect(first?.reason[0]).toEqual({ kind: "printed", values: { printed: "磨工", source } });
  });

  it("to codes nobody knows are passed over", () => {
    const links = [
      { majorCode: "660103", printed: "无", code: "9-99-99-99", match: "exact" as const, source: "x" },
    ];
    expect(rankOccupations(buildFitModel({ ...material, links }), major("660103"), 10).length).toBe(10);
  });
});
