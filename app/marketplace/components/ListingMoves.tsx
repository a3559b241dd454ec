import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { LinkButton } from "~/ui/LinkButton";
import { useTranslator, useWords } from "~/words/use-words";
import { CLOSE_REASONS, type ListingMove, PAUSE_REASONS } from "../rules/listing-lifecycle";

type ListingMovesProps = {
  id: string;
  version: number;
  moves: readonly ListingMove[];
  submissionKey: string;
  /** Whether the owner may confirm that it is still current. */
  confirmable: boolean;
};

const REASONS = { pause: PAUSE_REASONS, close: CLOSE_REASONS } as const;

/** What an owner may do with a listing now, each a form of its own. */
export const ListingMoves = ({ id, version, moves, submissionKey, confirmable }: ListingMovesProps) => {
  const t = useWords("listings");
  const { any } = useTranslator();
  const action = `/listings/${id}`;
  const plain = moves.filter((move) => ["reopen", "release", "revise", "fill", "archive"].includes(move));
  const reasoned = (["pause", "close"] as const).filter((move) => moves.includes(move));
  return (
    <div className="stack">
      <div className="row">
        {moves.includes("submit") && (
          <LinkButton href={`/listings/${id}/edit/about`}>{t("move.edit")}</LinkButton>
        )}
        {confirmable && (
          <form method="post" action={action}>
            <HiddenField name="version" value={version} />
            <Button name="intent" value="confirm">
              {t("move.confirm")}
            </Button>
          </form>
        )}
        {plain.map((move, place) => (
          <form key={move} method="post" action={action}>
            <HiddenField name="version" value={version} />
            <Button look={place === 0 && !confirmable ? "ghost" : "quiet"} name="intent" value={move}>
              {any(`listings.move.${move}`)}
            </Button>
          </form>
        ))}
        <form method="post" action={action}>
          <HiddenField name="submissionKey" value={submissionKey} />
          <Button look="quiet" name="intent" value="copy">
            {t("move.copy")}
          </Button>
        </form>
      </div>
      {reasoned.map((move) => (
        <form key={move} method="post" action={action} className="row items-end">
          <HiddenField name="version" value={version} />
          <SelectField
            id={`${move}-reason`}
            name="reason"
            label={`${t(`move.${move}`)} · ${t("move.reason")}`}
            required
            options={REASONS[move].map((reason) => ({
              value: reason,
              label: any(`listings.${move}Reason.${reason}`),
            }))}
          />
          {move === "close" ? (
            <ConfirmButton
              id="close-question"
              label={t("move.close")}
              question={t("move.closeQuestion")}
              name="intent"
              value="close"
            />
          ) : (
            <Button look="quiet" name="intent" value={move}>
              {t("move.pause")}
            </Button>
          )}
        </form>
      ))}
    </div>
  );
};
