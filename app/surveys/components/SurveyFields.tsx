import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { DateField } from "~/ui/form/DateField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { Expected } from "../queries/expected-invitees.server";
import { FEWEST_TOLD } from "../rules/figures";
import { LONGEST_DAYS, SHORTEST_DAYS } from "../rules/phase";
import { AUDIENCES, type Audience, isAnonymous } from "../rules/template";

type Props = {
  state: FormState | null;
  /** counted for a school; null for an authority, whose schools are counted on the first day */
  expected: readonly Expected[] | null;
  today: string;
  opensOn: string;
  closesOn: string;
  suggested: string;
};

/** Who is asked, under what name, from when until when. */
export const SurveyFields = ({ state, expected, today, opensOn, closesOn, suggested }: Props) => {
  const t = useWords("surveys");
  const { any } = useTranslator();
  const who = (audience: Audience): string => {
    const named = { who: t(`who.${audience}`) };
    const found = expected?.find((one) => one.audience === audience);
    if (!found) return t("create.region", named);
    const values = { ...named, mail: found.byMail, paper: found.onPaper };
    const counted =
      found.byMail + found.onPaper === 0
        ? t("create.countNone", named)
        : t(found.onPaper > 0 ? "create.count" : "create.countMail", values);
    const left = found.unreached > 0 ? t("create.unreached", { count: found.unreached }) : "";
    const invited = found.byMail + found.onPaper;
    const few = invited > 0 && invited < FEWEST_TOLD ? t("create.tooFew", { count: FEWEST_TOLD }) : "";
    return `${counted}${left}${found.more ? t("create.more") : ""}${few}`;
  };
  return (
    <>
      <RadioGroup
        name="audience"
        label={t("create.audience")}
        hint={expected ? t("create.audienceHint") : undefined}
        required
        options={AUDIENCES.map((audience) => ({
          value: audience,
          label: t(`audience.${audience}`),
          hint: `${who(audience)} · ${t(isAnonymous(audience) ? "page.anonymous" : "page.named")}`,
        }))}
        defaultValue={shown(state, "audience")}
        error={errorFor(state, "audience", any)}
      />
      <TextField
        name="title"
        label={t("create.name")}
        hint={t("create.nameHint")}
        required
        maxLength={60}
        defaultValue={shown(state, "title", suggested)}
        error={errorFor(state, "title", any)}
      />
      <div className="form-pair">
        <DateField
          name="opensOn"
          label={t("create.opensOn")}
          required
          min={today}
          defaultValue={shown(state, "opensOn", opensOn)}
          error={errorFor(state, "opensOn", any)}
        />
        <DateField
          name="closesOn"
          label={t("create.closesOn")}
          hint={t("create.daysHint", { min: SHORTEST_DAYS, max: LONGEST_DAYS })}
          required
          min={today}
          defaultValue={shown(state, "closesOn", closesOn)}
          error={errorFor(state, "closesOn", any)}
        />
      </div>
    </>
  );
};
