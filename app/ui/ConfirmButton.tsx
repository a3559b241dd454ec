import type { ReactNode } from "react";
import { useWords } from "~/words/use-words";
import { Button, type ButtonLook } from "./Button";

type ConfirmButtonProps = {
  /** The id of the dialog, unique on the page. */
  id: string;
  /** The verb, on the page and again in the dialog. */
  label: string;
  /** What will happen, as a question. */
  question: string;
  children?: ReactNode;
  look?: ButtonLook;
  small?: boolean;
  /** What the confirmed button sends. */
  name?: string;
  value?: string;
};

/**
 * A verb that asks once more. Sits inside its form: with a script the first button opens the dialog,
 * without one it submits at once.
 */
export const ConfirmButton = (props: ConfirmButtonProps) => {
  const { id, label, question, children, look = "danger", small, name, value } = props;
  const t = useWords("ui");
  return (
    <>
      <Button look={look} small={small} name={name} value={value} data-dialog={id}>
        {label}
      </Button>
      <dialog id={id} className="confirm" aria-labelledby={`${id}-question`}>
        <h3 id={`${id}-question`}>{question}</h3>
        {children && <div className="meta">{children}</div>}
        <div className="row">
          <Button type="button" look="quiet" data-close="">
            {t("cancel")}
          </Button>
          <Button look={look} name={name} value={value}>
            {label}
          </Button>
        </div>
      </dialog>
    </>
  );
};
