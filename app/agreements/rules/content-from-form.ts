import type { ContentForm } from "../schema";
import type { AgreementContent, Charter, Clause, Commitment } from "./content";

const clausesOf = (form: ContentForm, freshId: () => string): Clause[] =>
  form.clauses.flatMap((row) => {
    if (row.remove || (!row.title && !row.text)) return [];
    return [{ id: row.id || freshId(), purpose: row.purpose, title: row.title ?? "", text: row.text ?? "" }];
  });

const commitmentsOf = (form: ContentForm, partyIds: readonly string[], freshId: () => string): Commitment[] =>
  form.commitments.flatMap((row) => {
    if (row.remove || !row.title) return [];
    const byId = row.byId && partyIds.includes(row.byId) ? row.byId : (partyIds[0] ?? "");
    const other = partyIds.find((id) => id !== byId) ?? "";
    const toId = row.toId && row.toId !== byId && partyIds.includes(row.toId) ? row.toId : other;
    return [
      {
        id: row.id || freshId(),
        title: row.title,
        quantity: row.quantity ?? 1,
        unit: row.unit ?? "",
        dueOn: row.dueOn ?? null,
        byId,
        toId,
        owner: row.owner ?? null,
      },
    ];
  });

const charterOf = (form: ContentForm, partyIds: readonly string[]): Charter => ({
  organs: form.organs.flatMap((row) =>
    row.name ? [{ name: row.name, duty: row.duty ?? "", seats: row.seats ?? 0 }] : [],
  ),
  duties: form.duties.flatMap((row) =>
    row.task
      ? [
          {
            task: row.task,
            element: row.element ?? "base",
            responsibleId: row.responsibleId ?? partyIds[0] ?? "",
            accountableId: row.accountableId ?? partyIds[0] ?? "",
            consulted: row.consulted ?? "",
            informed: row.informed ?? "",
          },
        ]
      : [],
  ),
  benefits: form.benefits.flatMap((row) =>
    row.what
      ? [
          {
            what: row.what,
            rule: row.rule ?? "",
            enterpriseBp: Math.round((row.enterprise ?? 0) * 100),
            schoolBp: Math.round((row.school ?? 0) * 100),
          },
        ]
      : [],
  ),
});

/**
 * The content a form asks for. Goes in: the content it began with (kind, parties and template stay), the parsed form and
 * a source of ids for new rows. Comes out: the content; rows ticked for removal and rows without a title are left out, a
 * promise of somebody who is no party becomes the first party's.
 */
export const contentFromForm = (
  before: AgreementContent,
  form: ContentForm,
  freshId: () => string,
): AgreementContent => {
  const partyIds = before.parties.map((party) => party.organizationId);
  return {
    ...before,
    title: form.title,
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    reviewMonths: form.reviewMonths,
    signing: form.signing,
    clauses: clausesOf(form, freshId),
    commitments: commitmentsOf(form, partyIds, freshId),
    charter: before.charter ? charterOf(form, partyIds) : null,
  };
};
