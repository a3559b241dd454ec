import type { FormState } from "~/platform/http/form-state";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import type { TransferPageData } from "../queries/transfer-page.server";

const WITHDRAWABLE = [
  "draft",
  "counselling",
  "consent",
  "sending",
  "eligibility",
  "assessment",
  "ranked",
  "notice",
  "receiving",
  "authority",
  "credits",
];

const KEYS = ["submit", "examine", "publish", "accept", "approve", "move", "confirmReturn"];
const BAD = [
  "refuseSending",
  "turnAway",
  "uphold",
  "refuseReceiving",
  "refuseAuthority",
  "reverse",
  "cutQuota",
  "lapse",
];

/** A step back, said with a reason: withdrawing, asking to return, taking an approval back. */
const StepBack = ({
  page,
  intent,
  label,
  note,
}: {
  page: TransferPageData;
  intent: string;
  label: string;
  note: string;
}) => {
  const t = useWords("transfers");
  return (
    <form method="post" className="form no-print mt-3">
      <HiddenField name="version" value={page.version} />
      <HiddenField name="intent" value={intent} />
      <TextArea
        name="reason"
        id={`reason-${intent}`}
        label={t("field.reason")}
        required
        rows={2}
        maxLength={500}
      />
      <p className="note">{note}</p>
      <ConfirmButton id={`dialog-${intent}`} label={label} question={label} look="ghost" />
    </form>
  );
};

/** What the reader can take back, and what happened so far. */
export const TransferAside = ({ page }: { page: TransferPageData; state: FormState | null }) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { voices } = page;
  const family = voices.includes("student") || voices.includes("guardian");
  const withdraws = (family || voices.includes("sending")) && WITHDRAWABLE.includes(page.state);
  return (
    <>
      <Section id="history" title={t("page.history")}>
        <div className="mt-4">
          <Timeline
            now={page.now}
            entries={page.history.map((one) => ({
              id: one.id,
              at: one.at,
              text: `${one.actor}${t("colon")}${any(`transfers.event.${one.name}`)}`,
              detail: one.reason,
              kind: BAD.includes(one.name) ? "bad" : KEYS.includes(one.name) ? "key" : "plain",
            }))}
          />
        </div>
      </Section>
      {withdraws && (
        <Section id="withdraw" title={t("page.withdraw")}>
          <StepBack page={page} intent="withdraw" label={t("page.withdraw")} note={t("page.withdrawText")} />
        </Section>
      )}
      {family && page.returnUntil && (
        <Section id="return" title={t("page.askReturn")}>
          <StepBack
            page={page}
            intent="askReturn"
            label={t("page.askReturn")}
            note={t("page.returnUntil", { until: page.returnUntil })}
          />
        </Section>
      )}
      {voices.includes("authority") && ["credits", "moved"].includes(page.state) && (
        <Section id="reverse" title={t("page.reverse")}>
          <StepBack page={page} intent="reverse" label={t("page.reverse")} note="" />
        </Section>
      )}
    </>
  );
};
