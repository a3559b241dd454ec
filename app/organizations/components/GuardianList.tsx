import type { FormState } from "~/platform/http/form-state";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import { GuardianForm } from "./GuardianForm";

type GuardianView = {
  id: string;
  name: string;
  relation: "father" | "mother" | "grandparent" | "other";
  phone: string | null;
  email: string | null;
  linked: boolean;
};

type GuardianListProps = {
  guardians: readonly GuardianView[];
  minor: boolean;
  keeps: boolean;
  revealed: readonly { id: string; phone: string | null; email: string | null }[];
  state: FormState | null;
};

/** The guardians of a student, phones masked unless a reason was just recorded; those who keep the roll add and remove. */
export const GuardianList = ({ guardians, minor, keeps, revealed, state }: GuardianListProps) => {
  const t = useWords("students");
  const c = useWords("consents");
  const clear = new Map(revealed.map((one) => [one.id, one]));
  return (
    <Section title={t("page.guardians")} id="guardians">
      {guardians.length === 0 && (
        <p className="mt-2">{minor ? t("page.noGuardiansMinor") : t("page.noGuardians")}</p>
      )}
      <ul>
        {guardians.map((one) => (
          <li key={one.id} className="between border-b border-(--line) py-3">
            <div>
              <strong>{one.name}</strong> <span className="meta">{c(`relation.${one.relation}`)}</span>{" "}
              {one.linked && <Tag>{t("page.linked")}</Tag>}
              <div className="num meta">
                {[
                  clear.get(one.id)?.phone ?? one.phone ?? t("page.notGiven"),
                  clear.get(one.id)?.email ?? one.email,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </div>
            </div>
            {keeps && (
              <form method="post">
                <HiddenField name="intent" value="end-guardian" />
                <HiddenField name="guardian" value={one.id} />
                <ConfirmButton
                  id={`end-${one.id}`}
                  label={t("page.endGuardian")}
                  question={t("page.endGuardianQuestion", { name: one.name })}
                  look="quiet"
                  small
                >
                  <p>{t("page.endGuardianText")}</p>
                </ConfirmButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {keeps && (
        <details className="mt-3" open={state !== null || (minor && guardians.length === 0)}>
          <summary>{t("page.addGuardian")}</summary>
          <GuardianForm state={state} />
        </details>
      )}
    </Section>
  );
};
