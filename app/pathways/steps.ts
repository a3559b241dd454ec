import type { Step } from "~/ui/ProgressSteps";
import { SHOWN_STEPS } from "./rules/lifecycle";

type ShownStep = { step: (typeof SHOWN_STEPS)[number]; state: Step["state"] };

/** States that belong to a step shown under another name. */
const SHOWN_AS: Record<string, string> = {
  eligibility: "sending",
  ranked: "assessment",
  returning: "moved",
  reverted: "moved",
};

/** The steps of a transfer with where it is. A transfer that ended without a move shows its steps as not reached. */
export const stepsOf = (state: string): ShownStep[] => {
  const reached = SHOWN_AS[state] ?? state;
  const at = (SHOWN_STEPS as readonly string[]).indexOf(reached);
  return SHOWN_STEPS.map((step, index) => ({
    step,
    state: index < at || (reached === "moved" && index === at) ? "done" : index === at ? "current" : "todo",
  }));
};
