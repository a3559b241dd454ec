import { z } from "zod";
import { CREDIT_OPERATIONS } from "./credit-operations";
import { OPERATIONS, type Operation } from "./operations";

type JsonObject = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: "input" | "output"): JsonObject => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonObject;
  return rest;
};

const problemSchema: JsonObject = {
  type: "object",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    instance: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string", description: "RFC 6901" }, detail: { type: "string" } },
      },
    },
  },
};

const REASONS: Record<number, string> = {
  401: "No valid key; see WWW-Authenticate",
  403: "The key, or its organization, may not do this",
  404: "Not found",
  409: "Changed by somebody else meanwhile, or an Idempotency-Key used for other contents",
  422: "The input is wrong; `errors` point at the fields",
  429: "Too many requests; see Retry-After",
};

const parametersOf = (operation: Operation): JsonObject[] => {
  const inPath = Object.entries(operation.params ?? {}).map(([name, description]) => ({
    name,
    in: "path",
    required: true,
    description,
    schema: { type: "string" },
  }));
  const query = operation.query ? jsonSchema(operation.query, "input") : {};
  const required = new Set((query.required as string[] | undefined) ?? []);
  const inQuery = Object.entries((query.properties as Record<string, JsonObject> | undefined) ?? {}).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: "query",
      required: required.has(name),
      ...(description ? { description } : {}),
      schema,
    }),
  );
  return [...inPath, ...inQuery, ...(operation.idempotent ? [IDEMPOTENCY] : [])];
};

const IDEMPOTENCY: JsonObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Your number of this call; sent again with the same contents it gives the first answer",
  schema: { type: "string", maxLength: 100 },
};

const operationObject = (operation: Operation): JsonObject => ({
  operationId: operation.id,
  summary: operation.summary.zh,
  description: operation.summary.en,
  parameters: parametersOf(operation),
  ...(operation.body
    ? {
        requestBody: {
          required: true,
          content: { "application/json": { schema: jsonSchema(operation.body, "input") } },
        },
      }
    : {}),
  ...(operation.key ? { security: [{ key: [operation.key] }] } : {}),
  responses: {
    [operation.status ?? 200]: {
      description: operation.status === 201 ? "Created" : "OK",
      content: { "application/json": { schema: jsonSchema(operation.response, "output") } },
    },
    ...Object.fromEntries(
      operation.problems.map((status) => [
        status,
        {
          description: REASONS[status],
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      ]),
    ),
  },
});

/** The OpenAPI 3.1 document of `/api/v1`, generated from the schemas that parse the calls. */
export const openApiDocument = (baseUrl: string): JsonObject => {
  const paths: Record<string, JsonObject> = {};
  for (const operation of [...OPERATIONS, ...CREDIT_OPERATIONS]) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "产教桥 · Chanjiao Bridge",
      version: "1",
      description:
        "公开读取接口，以及凭接口密钥的写入接口。错误为 application/problem+json，语言随 Accept-Language。 Public reading API, and writing with a key; errors are application/problem+json in the caller's language.",
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description:
            "机构负责人在 /organization/keys 生成的接口密钥（cjb_…）。 A key (cjb_…) made by the organization's owner at /organization/keys.",
        },
      },
    },
  };
};
