import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { gateDepth } from "../db/gate.server";

const kept = globalThis as typeof globalThis & { bridgeMetrics?: ReturnType<typeof create> };

const create = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "bridge_write_gate_depth",
    help: "Transactions running or waiting at the write gate",
    registers: [registry],
    collect() {
      this.set(gateDepth());
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: "bridge_request_seconds",
      help: "Time to answer a request, by method and status class",
      labelNames: ["method", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [registry],
    }),
    deliveries: new Counter({
      name: "bridge_deliveries_total",
      help: "Deliveries of the outbox, by kind and outcome",
      labelNames: ["kind", "outcome"],
      registers: [registry],
    }),
  };
};

kept.bridgeMetrics ??= create();

export const metricsRegistry = kept.bridgeMetrics.registry;
export const requestSeconds = kept.bridgeMetrics.requests;
export const deliveriesDone = kept.bridgeMetrics.deliveries;
