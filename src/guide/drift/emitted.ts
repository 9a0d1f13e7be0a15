import { readContracts } from "../../contracts/read/read.ts";
import type { Survey } from "../../survey/types.ts";
import { ENDPOINT, isPath } from "./routes.ts";

type Route = Survey["routes"][number];

/** A contract that lies beside the code. */
export interface ContractText {
  file: string;
  text: string;
}

/**
 * Adds what contracts beside the code state to the routes that were read from its source. A route that both have is one that the code
 * emits itself: what it is held against is certain.
 */
export function withEmitted(survey: Survey, contracts: readonly ContractText[]): Survey {
  if (contracts.length === 0) return survey;
  const files = contracts.map((contract) => ({ ...contract, referred: false }));
  const stated = readContracts(files).interfaces.flatMap(({ name, place }) => {
    const [, method, path] = ENDPOINT.exec(name) ?? [];
    return method && path ? [{ method, path, framework: "openapi", file: place.file, line: place.line }] : [];
  });
  const isSame = (route: Route, one: Route) => route.method === one.method && isPath(route.path, one.path);
  const routes = survey.routes.map((route) => (stated.some((one) => isSame(route, one)) ? { ...route, framework: "openapi" } : route));
  return { ...survey, routes: [...routes, ...stated.filter((one) => !survey.routes.some((route) => isSame(route, one)))] };
}
