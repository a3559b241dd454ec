import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { useTranslator, useWords } from "~/words/use-words";
import type { BlockItem } from "../queries/standing.server";
import { BLOCK_REASONS } from "../rules/trust-terms";
import { BlockRecord } from "./BlockRecord";

/** Keeps an organization out, for a reason and facts it reads. */
export const BlockForm = ({ version, state }: { version: number; state: FormState | null }) => {
  const t = useWords("trust");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <HiddenField name="intent" value="block" />
      <HiddenField name="version" value={version} />
      <p className="hint">{t("admin.blockText")}</p>
      <SelectField
        name="reasonCode"
        label={t("block.reasonLabel")}
        options={BLOCK_REASONS.map((value) => ({ value, label: t(`block.reason.${value}`) }))}
        defaultValue={shown(state, "reasonCode")}
        error={errorFor(state, "reasonCode", any)}
        required
      />
      <TextArea
        name="facts"
        label={t("admin.blockFacts")}
        hint={t("admin.blockFactsHint")}
        rows={5}
        maxLength={2000}
        defaultValue={shown(state, "facts")}
        error={errorFor(state, "facts", any)}
        required
      />
      <div className="form-end">
        <ConfirmButton id="block-ask" label={t("admin.block")} question={t("admin.blockAsk")} />
      </div>
    </form>
  );
};

const DecideForm = ({ block, state }: { block: BlockItem; state: FormState | null }) => {
  const t = useWords("trust");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <HiddenField name="intent" value="decide-block" />
      <HiddenField name="block" value={block.id} />
      <TextArea
        id={`decide-${block.id}`}
        name="reason"
        label={t("admin.decisionReason")}
        hint={block.state === "appealed" ? t("admin.ownBlockHint") : undefined}
        rows={3}
        maxLength={2000}
        defaultValue={shown(state, "reason")}
        error={errorFor(state, "reason", any)}
        required
      />
      <div className="form-end">
        <Button name="outcome" value="lifted">
          {t("admin.lift")}
        </Button>
        {block.state === "appealed" && (
          <Button name="outcome" value="upheld" look="ghost">
            {t("admin.uphold")}
          </Button>
        )}
      </div>
    </form>
  );
};

type Props = { blocks: readonly BlockItem[]; version: number; blockable: boolean };

/** An organization's blocks for the operator: what stands, what was answered, and the next decision. */
export const OperatorBlocks = (
  props: Props & { blockState: FormState | null; decideState: FormState | null },
) => {
  const t = useWords("trust");
  const { blocks, version, blockable, blockState, decideState } = props;
  return (
    <>
      {blocks.length === 0 && !blockable && <p className="meta mt-3">{t("block.none")}</p>}
      {blocks.map((block) => (
        <div key={block.id}>
          <BlockRecord block={block} />
          {block.inForce && <DecideForm block={block} state={decideState} />}
        </div>
      ))}
      {blockable && <BlockForm version={version} state={blockState} />}
    </>
  );
};
