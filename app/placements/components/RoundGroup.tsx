import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

/** The classmates a student wants the same site with: found a group, join one by its code, or leave it. */
export const RoundGroup = ({
  group,
  most,
  state,
}: {
  group: { code: string; mates: number } | null;
  most: number;
  state: FormState | undefined;
}) => {
  const t = useWords("rounds");
  const { any } = useTranslator();
  return (
    <Section id="group" title={t("choices.group")}>
      <p className="note my-3">{t("choices.groupText", { max: most })}</p>
      {group ? (
        <form method="post">
          <p className="my-3">
            <b>{t("choices.groupYours", { code: group.code, mates: group.mates })}</b>
          </p>
          <Button look="quiet" name="intent" value="leave">
            {t("act.leave")}
          </Button>
        </form>
      ) : (
        <>
          <form method="post">
            <Button look="ghost" name="intent" value="found">
              {t("act.found")}
            </Button>
          </form>
          <form method="post" className="form mt-3">
            <TextField
              name="groupCode"
              label={t("field.groupCode")}
              required
              maxLength={12}
              defaultValue={shown(state, "groupCode")}
              error={errorFor(state, "groupCode", any)}
            />
            <Button look="ghost" name="intent" value="join">
              {t("act.joinGroup")}
            </Button>
          </form>
        </>
      )}
    </Section>
  );
};
