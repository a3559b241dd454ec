import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  approvedBy,
  type DocumentAction,
  type DocumentFacts,
  moveDocument,
} from "~/agreements/rules/document-lifecycle";

const PARTIES = ["a", "b", "c"];
const TODAY = "2026-11-22";

const begin = (parties: readonly string[], order: DocumentFacts["order"] = "parallel"): DocumentFacts => ({
  state: "draft",
  number: 1,
  drafterId: parties[0]!,
  holderId: null,
  partyIds: parties,
  approvals: [],
  frozenNumber: null,
  signers: parties.map((id) => ({ organizationId: id, signatoryId: `s-${id}`, signed: false })),
  order,
  startsOn: "2026-12-01",
  lapsesOn: "2026-12-22",
  stops: false,
});

const walkStep = fc.record({
  action: fc.constantFrom<DocumentAction>(
    "edit",
    "send",
    "approve",
    "open_signing",
    "sign",
    "sign",
    "refuse",
    "seal",
    "withdraw",
    "expire",
  ),
  by: fc.constantFrom(...PARTIES, "stranger", "clock"),
  days: fc.integer({ min: 0, max: 8 }),
});

const event = (step: { action: DocumentAction; by: string }, today: string) =>
  step.action === "sign"
    ? ({ action: "sign", by: step.by, signatoryId: `s-${step.by}`, today } as const)
    : ({ action: step.action, by: step.by, today, reason: "理由" } as const);

const ENDS = ["sealed", "withdrawn", "expired"];

describe("the way of a document", () => {
  it("never signs what was not approved and never keeps approvals through an edit", () => {
    fc.assert(
      fc.property(
        fc.array(walkStep, { maxLength: 120 }),
        fc.integer({ min: 2, max: 3 }),
        fc.boolean(),
        (steps, size, sequential) => {
          let facts = begin(PARTIES.slice(0, size), sequential ? "sequential" : "parallel");
          let day = 22;
          for (const step of steps) {
            day += step.days;
            const today =
              day <= 30 ? `2026-11-${day}` : `2026-12-${String(Math.min(31, day - 30)).padStart(2, "0")}`;
            const moved = moveDocument(facts, event(step, today));
            if (!moved.allowed) continue;
            const before = facts;
            facts = moved.next;
            if (step.action === "edit") {
              expect(facts.number).toBe(before.number + 1);
              expect(approvedBy(facts)).toEqual([]);
              expect(facts.signers.some((one) => one.signed)).toBe(false);
            }
            if (step.action === "sign") {
              expect(facts.frozenNumber).toBe(facts.number);
              expect(approvedBy(facts)).toEqual(facts.partyIds);
            }
            if (["signed", "sealed"].includes(facts.state))
              expect(facts.signers.every((one) => one.signed)).toBe(true);
            expect(facts.state === "negotiating" ? facts.holderId : null).toBe(facts.holderId);
            if (ENDS.includes(before.state)) throw new Error(`moved on from ${before.state}`);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it("always has a way to an end", () => {
    fc.assert(
      fc.property(fc.array(walkStep, { maxLength: 80 }), (steps) => {
        let facts = begin(["a", "b"]);
        for (const step of steps) {
          const moved = moveDocument(facts, event(step, TODAY));
          if (moved.allowed) facts = moved.next;
        }
        const closing = [
          { action: "seal", by: "clock", today: TODAY },
          { action: "withdraw", by: "a", today: TODAY, reason: "结束" },
        ] as const;
        for (const last of closing) {
          const moved = moveDocument(facts, last);
          if (moved.allowed) facts = moved.next;
        }
        expect(ENDS).toContain(facts.state);
      }),
      { numRuns: 300 },
    );
  });

  const upTo = (state: "approved" | "signing", facts = begin(["a", "b"])): DocumentFacts => {
    const steps: DocumentAction[] = ["send", "approve"];
    let now = facts;
    for (const [action, by] of [
      ...steps.map((one) => [one, "a"] as const),
      ["approve", "b"] as const,
      ...(state === "signing" ? [["open_signing", "b"] as const] : []),
    ]) {
      const moved = moveDocument(now, { action: action as "send", by, today: TODAY });
      if (!moved.allowed) throw new Error(`${action}: ${moved.because}`);
      now = moved.next;
    }
    expect(now.state).toBe(state);
    return now;
  };

  it("refuses back-dating, findings, missing signatories and a lapsed invitation", () => {
    const approved = upTo("approved");
    const open = (facts: DocumentFacts) =>
      moveDocument(facts, { action: "open_signing", by: "a", today: TODAY });
    expect(open({ ...approved, startsOn: "2026-11-21" })).toEqual({
      allowed: false,
      because: "starts_in_past",
    });
    expect(open({ ...approved, stops: true })).toEqual({ allowed: false, because: "findings" });
    expect(open({ ...approved, signers: approved.signers.slice(0, 1) })).toEqual({
      allowed: false,
      because: "no_signatory",
    });
    const signing = upTo("signing");
    const late = { action: "sign", by: "a", signatoryId: "s-a", today: "2026-12-23" } as const;
    expect(moveDocument(signing, late)).toEqual({ allowed: false, because: "lapsed" });
    expect(moveDocument(signing, { ...late, signatoryId: "s-b", today: TODAY })).toEqual({
      allowed: false,
      because: "not_signatory",
    });
    expect(moveDocument(signing, { action: "refuse", by: "b", today: TODAY })).toEqual({
      allowed: false,
      because: "reason_needed",
    });
  });

  it("keeps the order of signing when it is sequential and the text after a refusal", () => {
    const signing = { ...upTo("signing"), order: "sequential" as const };
    const sign = (by: string) => ({ action: "sign", by, signatoryId: `s-${by}`, today: TODAY }) as const;
    expect(moveDocument(signing, sign("b"))).toEqual({ allowed: false, because: "wait_your_turn" });
    const first = moveDocument(signing, sign("a"));
    expect(first.allowed && first.next.state).toBe("signing");
    if (!first.allowed) throw new Error(first.because);
    const refused = moveDocument(first.next, { action: "refuse", by: "b", today: TODAY, reason: "数量不对" });
    expect(refused.allowed && refused.next).toMatchObject({
      state: "negotiating",
      number: 1,
      holderId: "b",
      approvals: [],
      frozenNumber: null,
    });
  });
});
