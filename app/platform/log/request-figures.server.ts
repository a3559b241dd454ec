import { requestSeconds } from "./metrics.server";

/** An answer that takes longer is slow. House rule. */
export const SLOW_SECONDS = 1;

export type RequestFigures = { answered: number; slow: number; refused: number; failed: number };

/**
 * Answers since this process started, from the figures kept for Prometheus: all, those over a second, those refused
 * (4xx) and those that failed (5xx).
 */
export const requestFigures = async (): Promise<RequestFigures> => {
  const { values } = await requestSeconds.get();
  const sum = (wanted: (value: (typeof values)[number]) => boolean): number =>
    values.filter(wanted).reduce((total, { value }) => total + value, 0);
  const counted = (status?: string) =>
    sum(
      ({ metricName, labels }) =>
        metricName === "bridge_request_seconds_count" && (!status || labels.status === status),
    );
  const quick = sum(
    ({ metricName, labels }) =>
      metricName === "bridge_request_seconds_bucket" &&
      Number((labels as { le?: string | number }).le) === SLOW_SECONDS,
  );
  const answered = counted();
  return { answered, slow: answered - quick, refused: counted("4xx"), failed: counted("5xx") };
};
