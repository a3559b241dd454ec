import { CopyButton } from "~/ui/CopyButton";
import { Notice } from "~/ui/Notice";

type ShownOnceProps = { title: string; text: string; secret: string };

/** A secret that was just made: to be copied now, because it is kept nowhere. */
export const ShownOnce = ({ title, text, secret }: ShownOnceProps) => (
  <Notice tone="wait">
    <h2 className="text-base font-semibold" data-focus="" tabIndex={-1}>
      {title}
    </h2>
    <p>{text}</p>
    <p className="row mt-2">
      <code className="num break-all">{secret}</code>
      <CopyButton text={secret} />
    </p>
  </Notice>
);
