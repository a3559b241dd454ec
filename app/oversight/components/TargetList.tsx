import type { FormState } from "~/platform/http/form-state";
import { errorFor, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { Facts } from "~/ui/Facts";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { targetsPage } from "../queries/targets-page.server";
import { FEWEST_POINTS } from "../rules/targets/forecast";
import type { TargetStanding } from "../rules/targets/progress";
import { amountText, figureText } from "./figure-text";

type Target = Awaited<ReturnType<typeof targetsPage>>["targets"][number];

const TONES: Record<TargetStanding, Tone> = {
  reached: "ok",
  on_track: "act",
  unclear: "neutral",
  behind: "wait",
  missed: "bad",
};

const WithdrawForm = ({ target, state }: { target: Target; state: FormState | undefined }) => {
  const t = useWords("indicators");
  const { any } = useTranslator();
  const own = state?.typed.id === target.id ? state : undefined;
  return (
    <details open={own !== undefined}>
      <summary className="min-h-11 content-center">{t("target.withdraw")}</summary>
      <form method="post" className="form mt-2">
        <HiddenField name="intent" value="withdraw" />
        <HiddenField name="id" value={target.id} />
        <HiddenField name="version" value={target.version} />
        <TextField
          id={`reason-${target.id}`}
          name="reason"
          label={t("target.withdrawReason")}
          required
          defaultValue={shown(own, "reason")}
          error={errorFor(own, "reason", any)}
        />
        <div>
          <Button look="ghost" small>
            {t("target.withdrawAct")}
          </Button>
        </div>
      </form>
    </details>
  );
};

/** Targets with what they stand at, what lacks, where they are heading, each figure leading to its records. */
export const TargetList = ({
  targets,
  mayAct,
  state,
}: {
  targets: readonly Target[];
  mayAct: boolean;
  state: FormState | undefined;
}) => {
  const t = useWords("indicators");
  const { language } = useTranslator();
  const gapText = ({ gap, figure, indicator }: Target): string => {
    if (gap === null) return t("target.gapUnknown");
    if (gap === 0) return t("target.gapNone");
    return figure.denominator === null
      ? t("target.gapSum", { amount: amountText(gap, indicator.unit, t) })
      : t("target.gapShare", { count: gap });
  };
  const forecastText = ({ forecast, indicator }: Target): string =>
    forecast
      ? t("target.forecastText", {
          value: amountText(forecast.value, indicator.unit, t),
          low: amountText(forecast.low, indicator.unit, t),
          high: amountText(forecast.high, indicator.unit, t),
          points: forecast.points,
        })
      : t("target.forecastNone", { points: FEWEST_POINTS });
  return (
    <div className="stack">
      {targets.map((target) => (
        <Section
          key={target.id}
          id={`target-${target.id}`}
          title={target.project}
          aside={<StateBadge tone={TONES[target.standing]} word={t(`target.standing.${target.standing}`)} />}
        >
          <p className="meta mt-2">
            {t("target.until", { date: absoluteText(target.dueOn, language), owner: target.ownerName })}
          </p>
          <Facts
            facts={[
              {
                label: t("target.indicator"),
                value: (
                  <a href={`/oversight/indicators/${target.indicator.id}?year=${target.year}`}>
                    {language === "en" ? target.indicator.title.en : target.indicator.title.zh}
                  </a>
                ),
              },
              { label: t("target.now"), value: figureText(target.figure, target.indicator.unit, t) },
              { label: t("target.wanted"), value: amountText(target.goal, target.indicator.unit, t) },
              { label: t("target.gap"), value: gapText(target) },
              { label: t("target.forecast"), value: forecastText(target) },
            ]}
          />
          {mayAct && <WithdrawForm target={target} state={state} />}
        </Section>
      ))}
    </div>
  );
};
