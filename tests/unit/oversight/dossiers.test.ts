import { describe, expect, it } from "vitest";
import { type DossierFact, dossierOf, evidenceFiles } from "~/oversight/rules/dossiers/content";
import { DOSSIER_KINDS, DOSSIER_PACKS, dossierPack } from "~/oversight/rules/dossiers/packs";
import { indicatorOf } from "~/oversight/rules/indicators/catalogue";
import { snapshotOf } from "~/oversight/rules/indicators/snapshot";
import { runState } from "~/oversight/rules/recompute-state";

const ABOUT = { organization: "岭南机电职业学校", asOf: "2026-11-23" };
const FILE = { id: "f1", name: "协议.pdf", sha256: "0".repeat(64), bytes: 10 };
const paper = (file: typeof FILE | null): DossierFact => ({
  kind: "record",
  title: "协议",
  detail: "精密机床厂",
  day: "2026-03-01",
  href: "/agreements/1",
  file,
});
const figure = (state: "told" | "awaited"): DossierFact => {
  const told = { indicatorId: "courses", state, value: state === "told" ? 7 : null } as const;
  const rest = { numerator: 7, denominator: null, exclusions: [] };
  const [kept] = snapshotOf({ place: "", year: "2026", asOf: "", figures: [{ ...told, ...rest }] }).figures;
  return { kind: "figure", year: "2026", figure: kept!, day: "2026-11-23", href: "/x", file: null };
};

describe("packs of dossiers", () => {
  it("name only indicators there are, and are house rules", () => {
    const named = DOSSIER_PACKS.flatMap(({ sections }) =>
      sections.flatMap(({ wants }) =>
        wants.flatMap((want) => (want.source === "figure" ? want.indicators : [])),
      ),
    );
    expect(named.filter((id) => !indicatorOf(id))).toEqual([]);
    expect(DOSSIER_PACKS.every(({ verified }) => verified === false)).toBe(true);
  });

  it("are dated and meant for a kind of organization", () => {
    for (const kind of DOSSIER_KINDS) {
      expect(dossierPack(kind, "2026-11-23", "school")?.kind).toBe(kind);
      expect(dossierPack(kind, "2025-12-31", "school")).toBeNull();
      expect(dossierPack(kind, "2026-11-23", "enterprise")).toBeNull();
    }
    expect(dossierPack("dual_high", "2026-11-23", "industry_body")).toBeNull();
  });
});

describe("a dossier", () => {
  const pack = dossierPack("dual_high", "2026-11-23", "school")!;
  const missingOf = (facts: (id: string) => readonly DossierFact[]) =>
    dossierOf(pack, ABOUT, ({ id }) => facts(id)).missing.map(({ want, have, withoutFile }) => [
      want.zh,
      have,
      withoutFile,
    ]);

  it("lists every want without enough facts", () => {
    const wants = pack.sections.flatMap((section) => section.wants);
    expect(missingOf(() => [])).toHaveLength(wants.length);
    expect(missingOf(() => [paper(FILE), paper(FILE), paper(FILE), paper(FILE)])).toEqual([]);
  });

  it("counts a figure that is not told as none, and asks for the paper behind an agreement", () => {
    const facts = (id: string) =>
      id === "teachers"
        ? [figure("told"), figure("awaited")]
        : [paper(FILE), paper(FILE), paper(FILE), paper(FILE)];
    expect(missingOf(facts)).toEqual([["双师素质与高级职称比例", 1, 0]]);
    const bare = (id: string) => (id === "joint" ? [paper(null)] : facts("x"));
    expect(missingOf(bare)).toEqual([["订单班与产业学院协议", 1, 1]]);
  });

  it("takes each file once", () => {
    const content = dossierOf(pack, ABOUT, () => [paper(FILE), paper({ ...FILE, id: "f2" })]);
    expect(evidenceFiles(content).map(({ file }) => file.id)).toEqual(["f1", "f2"]);
  });
});

describe("a recomputation", () => {
  it("runs while it gives signs of life, is cut off after two minutes without, is finished for good", () => {
    expect(runState({ finishedAt: null, beatAt: 0 }, 119_000)).toBe("running");
    expect(runState({ finishedAt: null, beatAt: 0 }, 121_000)).toBe("cutOff");
    expect(runState({ finishedAt: 5, beatAt: 5 }, 9e9)).toBe("finished");
  });
});
