import { findingLines } from "~/marketplace/finding-lines";
import type { Language } from "~/platform/i18n/words";
import type { Refusal } from "~/platform/result";
import type { Finding } from "~/regulations/rules/evaluate";
import type { FindingView } from "~/ui/FindingList";
import { translatorFor } from "~/words/translator.server";

/** The verdicts a refusal carries, as a page lists them; none where no rule spoke. */
export const refusedLines = (refusal: Refusal, language: Language): FindingView[] =>
  findingLines((refusal.findings ?? []) as Finding[], translatorFor(language));
