import { useTranslator } from "~/words/use-words";
import { absoluteText, relativeText } from "./when";

/** When, told from now; the absolute date on hover and in print. `at` is a civil date or an ISO instant. */
export const RelativeDate = ({ at, now }: { at: string; now: string }) => {
  const { language } = useTranslator();
  return (
    <time dateTime={at} title={absoluteText(at, language)}>
      {relativeText(at, now, language)}
    </time>
  );
};
