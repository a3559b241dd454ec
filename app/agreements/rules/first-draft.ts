import type { AgreementContent, Party } from "./content";
import { COOPERATION_FORMS } from "./templates/cooperation";
import type { Template } from "./templates/template";

export type DraftRequest = {
  title: string;
  startsOn: string;
  endsOn: string;
  /** numbers of the cooperation forms that were chosen */
  forms: readonly number[];
  /** parties in the order of the template's roles */
  parties: readonly Party[];
  /** seats an accepted enquiry speaks of */
  seats: number | null;
};

const idOf = (party: Party | undefined): string => party?.organizationId ?? "";

/**
 * The first text of an agreement: the template's terms are copied, so that a later template changes nothing here. The
 * first promise that counts people takes the seats an enquiry agreed on; nobody and no date are filled in for it.
 */
export const firstDraft = (
  template: Template,
  request: DraftRequest,
  freshId: () => string,
): AgreementContent => {
  const byRole = (role: Party["role"]) => request.parties.find((party) => party.role === role);
  const chosen = COOPERATION_FORMS.filter(
    (form) => template.kind === "cooperation" && request.forms.includes(form.number),
  );
  const seatsAt = template.commitments.findIndex(
    (one) => ["人", "个"].includes(one.unit) && one.by === "enterprise",
  );
  return {
    form: 1,
    kind: template.kind,
    templateId: template.id,
    title: request.title,
    startsOn: request.startsOn,
    endsOn: request.endsOn,
    acceptsInterns: template.acceptsInterns,
    apprenticeStatus: template.apprenticeStatus,
    forms: chosen.map((form) => form.number),
    reviewMonths: template.reviewMonths,
    signing: "parallel",
    parties: [...request.parties],
    clauses: template.clauses.map((one) => ({
      id: freshId(),
      purpose: one.purpose,
      title: one.title.zh,
      text:
        one.purpose === "content" && chosen.length > 0
          ? [one.text, ...chosen.map((form) => form.text)].join("\n")
          : one.text,
    })),
    commitments: template.commitments.map((one, index) => ({
      id: freshId(),
      title: one.title,
      quantity: index === seatsAt && request.seats ? request.seats : one.quantity,
      unit: one.unit,
      dueOn: null,
      byId: idOf(byRole(one.by) ?? request.parties[0]),
      toId: idOf(byRole(one.to) ?? request.parties[1]),
      owner: null,
    })),
    charter: template.charter ? { organs: [], duties: [], benefits: [] } : null,
  };
};
