import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "~/platform/http/problem.server";

const nothing = ({ request, context }: LoaderFunctionArgs | ActionFunctionArgs): Response =>
  problem(request, { code: "not_found", key: "api.noSuchAddress" }, context.requestId);

export const loader = nothing;
export const action = nothing;
