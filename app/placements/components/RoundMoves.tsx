import type { FormState } from "~/platform/http/form-state";
import { errorFor, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { LinkButton } from "~/ui/LinkButton";
import { useTranslator, useWords } from "~/words/use-words";
import type { RoundState } from "../rules/round-lifecycle";

type Round = { id: string; state: RoundState; version: number };

/** The one next move of a round's leading school. */
export const NextMove = ({ round, ready }: { round: Round; ready: boolean }) => {
  const t = useWords("rounds");
  const move = (intent: "open" | "close", question: string) => (
    <form method="post">
      <HiddenField name="version" value={round.version} />
      <ConfirmButton
        id={`ask-${intent}`}
        label={t(`act.${intent}`)}
        question={question}
        look="primary"
        name="intent"
        value={intent}
      />
    </form>
  );
  if (round.state === "draft")
    return ready ? (
      move("open", t("ask.open"))
    ) : (
      <LinkButton href={`/rounds/${round.id}/slots`}>{t("act.slots")}</LinkButton>
    );
  if (round.state === "open") return move("close", t("ask.close"));
  if (round.state === "ranking")
    return (
      <form method="post">
        <HiddenField name="version" value={round.version} />
        <Button name="intent" value="compute">
          {t("act.compute")}
        </Button>
      </form>
    );
  if (round.state === "cancelled") return null;
  return <LinkButton href={`/rounds/${round.id}/result`}>{t("act.result")}</LinkButton>;
};

/** Calling a round off, folded away: with the reason everybody in it reads. */
export const CancelRound = ({ round, state }: { round: Round; state: FormState | undefined }) => {
  const t = useWords("rounds");
  const { any } = useTranslator();
  if (round.state === "confirmed" || round.state === "cancelled") return null;
  return (
    <details open={errorFor(state, "reason", any) !== undefined}>
      <summary>{t("act.cancel")}</summary>
      <form method="post" className="form mt-3">
        <HiddenField name="version" value={round.version} />
        <TextArea
          name="reason"
          label={t("field.reason")}
          required
          rows={2}
          maxLength={300}
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <ConfirmButton
          id="ask-cancel"
          label={t("act.cancel")}
          question={t("ask.cancel")}
          name="intent"
          value="cancel"
        />
      </form>
    </details>
  );
};
