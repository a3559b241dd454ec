import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { slotCandidates } from "../queries/round-slot.server";
import { CRITERIA, type Criteria, MOST_WEIGHT } from "../rules/round-criteria";

type Candidate = Awaited<ReturnType<typeof slotCandidates>>["students"][number];

/** A host's order: numbers for those it wants first, weights for the rest, a tick for those it does not want. */
export const RankForm = ({
  students,
  hidden,
  criteria,
  version,
  open,
  state,
}: {
  students: readonly Candidate[];
  hidden: number;
  criteria: Criteria;
  version: number;
  open: boolean;
  state: FormState | undefined;
}) => {
  const t = useWords("rounds");
  const { any } = useTranslator();
  const rows = students.map((student, at) => ({ ...student, at }));
  return (
    <form method="post" className="stack">
      <HiddenField name="version" value={version} />
      <Section id="ranks" title={t("ranks.title")}>
        <p className="note my-3">{t("ranks.text")}</p>
        <DataTable
          caption={t("ranks.title")}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t("ranks.empty")}>
              <p>{t("ranks.emptyText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("ranks.student"),
              lead: true,
              cell: ({ id, at, name }) => (
                <>
                  {name}
                  <HiddenField name={`ranks[${at}].studentId`} value={id} />
                </>
              ),
            },
            { key: "programme", label: t("ranks.programme"), cell: ({ programme }) => programme },
            { key: "class", label: t("ranks.className"), cell: ({ className }) => className },
            {
              key: "place",
              label: t("field.place"),
              cell: ({ at, name, place }) =>
                open ? (
                  <NumberField
                    name={`ranks[${at}].place`}
                    label={t("ranks.place", { name })}
                    bare
                    min={1}
                    max={3_000}
                    defaultValue={shown(state, `ranks[${at}].place`, place)}
                    error={errorFor(state, `ranks[${at}].place`, any)}
                  />
                ) : (
                  (place ?? t("list.none"))
                ),
            },
            {
              key: "refused",
              label: t("field.refused"),
              cell: ({ at, name, refused }) => (
                <input
                  type="checkbox"
                  name={`ranks[${at}].refused`}
                  aria-label={t("ranks.refuse", { name })}
                  defaultChecked={refused}
                  disabled={!open}
                />
              ),
            },
          ]}
        />
        {hidden > 0 && <p className="note mt-3">{t("ranks.hidden", { count: hidden })}</p>}
      </Section>
      <Section id="weights" title={t("ranks.weights")}>
        <p className="note my-3">{t("ranks.weightsText")}</p>
        <div className="row">
          {CRITERIA.map((name) => (
            <NumberField
              key={name}
              name={`criteria.${name}`}
              label={t(`criterion.${name}`)}
              required
              disabled={!open}
              min={0}
              max={MOST_WEIGHT}
              defaultValue={shown(state, `criteria.${name}`, criteria[name])}
              error={errorFor(state, `criteria.${name}`, any)}
            />
          ))}
        </div>
      </Section>
      {open && (
        <p className="row mt-5">
          <Button>{t("act.saveRanks")}</Button>
        </p>
      )}
    </form>
  );
};
