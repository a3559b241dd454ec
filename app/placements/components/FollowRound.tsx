import { Button } from "~/ui/Button";
import { TextField } from "~/ui/form/TextField";
import { useWords } from "~/words/use-words";

/** Another round for those left over, on the seats left over: a draft with a name of its own. */
export const FollowRound = ({ name }: { name: string }) => {
  const t = useWords("rounds");
  return (
    <form method="post" className="form">
      <TextField
        name="name"
        label={t("field.name")}
        required
        maxLength={80}
        defaultValue={t("result.followName", { name }).slice(0, 80)}
      />
      <Button name="intent" value="follow">
        {t("act.follow")}
      </Button>
    </form>
  );
};
