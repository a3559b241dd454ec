import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { REJECT_REASONS } from "../rules/application-lifecycle";
import { OFFER_DAYS } from "../rules/application-turns";

export type HostActName = "read" | "shortlist" | "invite" | "offer" | "reject";

type HostActsProps = {
  acts: readonly HostActName[];
  state: FormState | null;
  /** The act that was refused, whose part stays open. */
  refused: HostActName | null;
  suggestions: readonly { id: string; title: string }[];
  defaults: { interviewOn: string; until: string };
  /** The verb of an invitation that moves an earlier one. */
  moves?: boolean;
};

const WAYS = ["on_site", "video", "phone"] as const;

/** What a host can do with the applications chosen in the form it stands in: one button each, with its fields beside it. */
export const HostActs = ({ acts, state, refused, suggestions, defaults, moves = false }: HostActsProps) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const field = (name: string, stored?: string) => ({
    name,
    error: errorFor(state, name, any),
    defaultValue: shown(state, name, stored),
  });
  const quick = acts.filter((act) => act === "read" || act === "shortlist");
  return (
    <div>
      {quick.length > 0 && (
        <div className="row my-3">
          {quick.map((act) => (
            <Button key={act} look="ghost" name="intent" value={act}>
              {t(`act.${act as "read" | "shortlist"}`)}
            </Button>
          ))}
        </div>
      )}
      {acts.includes("invite") && (
        <details className="answer" open={refused === "invite"}>
          <summary>{t("interview.title")}</summary>
          <div className="grid gap-x-6 md:grid-cols-3">
            <DateField {...field("on", defaults.interviewOn)} label={t("bulk.on")} />
            <TextField {...field("at", "09:30")} label={t("bulk.at")} />
            <NumberField
              {...field("minutes", "30")}
              label={t("bulk.minutes")}
              hint={t("bulk.severalHint")}
              min={10}
              max={240}
            />
          </div>
          <SelectField
            {...field("way", "on_site")}
            label={t("bulk.way")}
            empty={false}
            options={WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          />
          <TextField {...field("place")} label={t("bulk.place")} />
          <TextArea {...field("interviewNote")} label={t("bulk.interviewNote")} rows={2} />
          <Button name="intent" value="invite">
            {t(moves ? "act.reschedule" : "act.invite")}
          </Button>
        </details>
      )}
      {acts.includes("offer") && (
        <details className="answer" open={refused === "offer"}>
          <summary>{t("act.offer")}</summary>
          <DateField
            {...field("until", defaults.until)}
            label={t("bulk.until")}
            hint={t("bulk.untilHint", { least: OFFER_DAYS.least, most: OFFER_DAYS.most })}
          />
          <TextArea {...field("offerNote")} label={t("bulk.offerNote")} rows={2} />
          <Button name="intent" value="offer">
            {t("act.offer")}
          </Button>
        </details>
      )}
      {acts.includes("reject") && (
        <details className="answer" open={refused === "reject"}>
          <summary>{t("act.reject")}</summary>
          <SelectField
            {...field("reason")}
            label={t("bulk.reason")}
            options={REJECT_REASONS.map((reason) => ({ value: reason, label: t(`rejectReason.${reason}`) }))}
          />
          <TextArea {...field("note")} label={t("bulk.note")} hint={t("bulk.noteHint")} rows={2} />
          {suggestions.length > 0 && (
            <SelectField
              {...field("suggested")}
              label={t("bulk.suggested")}
              empty={t("bulk.suggestedNone")}
              options={suggestions.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          <Button look="danger" name="intent" value="reject">
            {t("act.reject")}
          </Button>
        </details>
      )}
    </div>
  );
};
